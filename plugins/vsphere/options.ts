import { fromEnvironment } from 'packer-hybrid';
import * as z from 'zod';
import { readGovcUrl } from './govc-url.ts';

/** How vCenter is reached. What is left out comes from the variables of govc, then from those of Terraform's provider. */
export const VsphereOptions = z
  .strictObject({
    server: z.string().min(1).optional(),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    datacenter: z.string().min(1).optional(),
    insecure: z.boolean().optional(),
    kubeconfig: z.string().min(1).optional(),
    probe: z.boolean().default(false),
  })
  .transform((options) => {
    const govc = readGovcUrl(fromEnvironment('GOVC_URL'));
    return {
      ...options,
      server: options.server ?? govc.server ?? fromEnvironment('VSPHERE_SERVER'),
      username:
        options.username ??
        fromEnvironment('GOVC_USERNAME') ??
        govc.username ??
        fromEnvironment('VSPHERE_USER'),
      password:
        options.password ??
        fromEnvironment('GOVC_PASSWORD') ??
        govc.password ??
        fromEnvironment('VSPHERE_PASSWORD'),
      datacenter: options.datacenter ?? fromEnvironment('GOVC_DATACENTER'),
      insecure:
        options.insecure ?? readSwitch(fromEnvironment('GOVC_INSECURE', 'VSPHERE_ALLOW_UNVERIFIED_SSL')),
      kubeconfig: options.kubeconfig ?? fromEnvironment('KUBECONFIG'),
    };
  });
export type VsphereOptions = z.output<typeof VsphereOptions>;

function readSwitch(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : ['1', 't', 'true'].includes(text.toLowerCase());
}
