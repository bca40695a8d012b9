import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Body, type CheckInput, knownText, locate, readAttribute, type Template } from 'packer-hybrid';

export interface KubeconfigCheck {
  readonly template: Template;
  readonly body: Body;
  /** What the configuration or `KUBECONFIG` names. */
  readonly kubeconfig: string | undefined;
}

/** Whether the file through which a Supervisor is reached exists: Packer's plugin takes one path, not a list. */
export async function checkKubeconfig(check: KubeconfigCheck): Promise<readonly CheckInput[]> {
  const { template, body, kubeconfig } = check;
  const named = knownText(readAttribute(template, body, 'kubeconfig_path'), {
    value: kubeconfig ?? join(homedir(), '.kube', 'config'),
    variables: [],
    standsIn: true,
  });
  if (named.state !== 'text') return [];
  const found = await locate(template.cwd, named.text);
  const id = 'vsphere/kubeconfig';
  if (found) return [{ id, ok: true, message: `The Supervisor is reached through ${named.text}.` }];
  return [
    {
      id,
      ok: false,
      message: `The kubeconfig file "${named.text}" does not exist.`,
      remedy: 'Log in with `kubectl vsphere login`, or name the file in `kubeconfig_path` or KUBECONFIG.',
    },
  ];
}
