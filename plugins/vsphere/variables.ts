import { fillSecretVariables, fillVariables, type Template, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { VsphereOptions } from './options.ts';

/** Gives connection values to templates that declare a variable of a usual name; the password goes through the environment. */
export function vsphereVariables(options: VsphereOptions): VariableProvider {
  const { password, ...others } = offersOf(options);
  const plain = (template: Template) => fillVariables(template, Object.values(others));
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
      const kubeconfig = options.kubeconfig && { KUBECONFIG: options.kubeconfig };
      return { ...kubeconfig, ...fillSecretVariables(template, [password]) };
    },
  };
}

/** Makes sure that the password does not show up anywhere. */
export function registerSecrets({ password }: VsphereOptions, secrets: { add(value: string): void }): void {
  if (password) secrets.add(password);
}
