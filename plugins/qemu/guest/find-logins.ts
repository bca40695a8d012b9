import { resolve } from 'node:path';
import { type Body, locate, readAttribute, type TargetContext } from 'packer-hybrid';
import type { BaseImage } from '../base/index.ts';
import type { BootSettings } from '../options.ts';
import type { Login } from './login.ts';

export interface LoginSources {
  readonly context: TargetContext;
  readonly body: Body;
  readonly boot: BootSettings;
  readonly base: BaseImage | undefined;
  /** The key that the guest is told while it boots. */
  readonly bootKey: string;
}

/** Who could be let into a finished image, best first: as configured, by the key of this boot, as the build did. */
export async function findLogins(sources: LoginSources): Promise<readonly [Login, ...Login[]]> {
  const { boot, base, bootKey } = sources;
  const user = userOf(sources);
  return [
    ...configured(sources, user),
    { user, privateKey: bootKey },
    ...(await ofTemplate(sources, boot.user ?? user)),
    ...(base ? [{ user, privateKey: base.privateKey }] : []),
  ] as [Login, ...Login[]];
}

/** The account that is logged in to. */
export function userOf({ context, body, boot, base }: Omit<LoginSources, 'bootKey'>): string {
  return boot.user ?? textOf(context, body, 'ssh_username') ?? base?.sshUser ?? 'root';
}

function configured({ context, boot }: LoginSources, user: string): Login[] {
  if (boot.privateKey) {
    return [{ user, privateKey: resolve(context.workspace.root, boot.privateKey) }];
  }
  return boot.password ? [{ user, password: boot.password }] : [];
}

async function ofTemplate({ context, body }: LoginSources, user: string): Promise<Login[]> {
  const key = textOf(context, body, 'ssh_private_key_file');
  const privateKey = key && (await locate(context.template.cwd, key));
  const password = textOf(context, body, 'ssh_password');
  return [...(privateKey ? [{ user, privateKey }] : []), ...(password ? [{ user, password }] : [])];
}

/** The text of an attribute of the source, where it is known without Packer. */
export function textOf({ template }: TargetContext, body: Body, name: string): string | undefined {
  const reading = readAttribute(template, body, name);
  if (reading.state !== 'set' && reading.state !== 'secret') return undefined;
  return typeof reading.value === 'string' ? reading.value : undefined;
}
