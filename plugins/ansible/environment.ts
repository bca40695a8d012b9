import { access, constants, mkdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { listOf, type Play } from './play.ts';

type Environment = Record<string, string | undefined>;

/**
 * The environment of a check: what the play sets for itself, and settings that keep Ansible from writing anywhere but
 * into the cache. The user's own `~/.ansible` stays in use where it exists, because roles and collections lie there.
 */
export async function checkEnvironment(play: Play, cache: string): Promise<Environment> {
  const home = await writableFolder(join(cache, 'ansible'));
  return {
    ...(!process.env.ANSIBLE_HOME && !(await exists(join(homedir(), '.ansible'))) && { ANSIBLE_HOME: home }),
    ...ownVariables(play),
    ...uploadedRoles(play),
    ANSIBLE_LOCAL_TEMP: home,
    ANSIBLE_LOG_PATH: '/dev/null',
    ANSIBLE_NOCOLOR: '1',
    ANSIBLE_FORCE_COLOR: undefined,
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

/** `ansible_env_vars` holds entries of the form `NAME=value`. */
function ownVariables(play: Play): Environment {
  const variables: Environment = {};
  for (const entry of listOf(play, 'ansible_env_vars') ?? []) {
    const at = entry.indexOf('=');
    if (at > 0) variables[entry.slice(0, at)] = entry.slice(at + 1);
  }
  return variables;
}

/** Roles that `ansible-local` uploads lie beside each other in the guest; here they are found where they come from. */
function uploadedRoles(play: Play): Environment {
  const roles = listOf(play, 'role_paths') ?? [];
  if (roles.length === 0) return {};
  const folders = roles.map((role) => dirname(resolve(play.template.cwd, role)));
  return { ANSIBLE_ROLES_PATH: [...new Set(folders)].join(delimiter) };
}

/** On a read-only workspace Ansible gets the system's own folder; it removes what it puts there. */
async function writableFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    return path;
  } catch {
    return tmpdir();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
