import { type Body, type Build, type Labelled, sourceBody, type Template } from 'packer-hybrid/rules';
import { isUnset, textOf } from './settings.ts';

/** The settings of a source as a build uses it. */
export function bodyIn(template: Template, build: Build, { type, name }: Labelled): Body {
  return sourceBody({ ...template, builds: [build] }, { type, name, build: build.name });
}

/** The account that Packer logs in with over SSH; undefined where it is unknown or another communicator is used. */
export function loginUser(body: Body, type: string): string | undefined {
  const communicator = isUnset(body, 'communicator') ? 'ssh' : textOf(body, 'communicator');
  if (communicator !== 'ssh') return undefined;
  if (type === 'azure-arm' && isUnset(body, 'ssh_username')) return 'packer';
  return textOf(body, 'ssh_username');
}

/** The first account without root's rights among sources that a step runs for. */
export function ordinaryUser(
  template: Template,
  build: Build,
  sources: readonly Labelled[],
): string | undefined {
  const users = sources.map((source) => loginUser(bodyIn(template, build, source), source.type));
  return users.find((user) => user !== undefined && user !== 'root');
}

/** Where only root may write, on a Linux machine. */
export const rootOwned =
  /^\/(?:(?:etc|usr|opt|root|boot|lib|lib64|bin|sbin|srv|sys|proc)(?:\/|$)|var\/(?!tmp(?:\/|$)))/;
