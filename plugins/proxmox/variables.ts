import { fillSecretVariables, fillVariables, type Template, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { ProxmoxOptions } from './options.ts';

/** Gives connection values to templates that declare a variable of a usual name; secrets go through the environment. */
export function proxmoxVariables(options: ProxmoxOptions): VariableProvider {
  const { url, username, node, token, password } = offersOf(options);
  const plain = (template: Template) => fillVariables(template, [url, username, node]);
  return {
    async fingerprint(target, context) {
      registerSecrets(options, context.secrets);
      const values = plain(context.templateOf(target));
      return Object.keys(values).length > 0 ? JSON.stringify(values) : undefined;
    },
    async resolve({ template }) {
      return plain(template);
    },
    async environment(target, context) {
      registerSecrets(options, context.secrets);
      const template = context.templateOf(target);
      return { ...vendorEnvironment(options), ...fillSecretVariables(template, [token, password]) };
    },
  };
}

/** Makes sure that no credential shows up anywhere. */
export function registerSecrets(options: ProxmoxOptions, secrets: { add(value: string): void }): void {
  for (const secret of [options.token, options.password]) if (secret) secrets.add(secret);
}

function vendorEnvironment({ url, username, token, password }: ProxmoxOptions): Record<string, string> {
  return {
    ...(url && { PROXMOX_URL: url }),
    ...(username && { PROXMOX_USERNAME: username }),
    ...(token && { PROXMOX_TOKEN: token }),
    ...(password && { PROXMOX_PASSWORD: password }),
  };
}
