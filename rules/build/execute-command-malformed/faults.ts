import { type Body, settingOf } from 'packer-hybrid/rules';
import { flagOf, isSet, isUnset, textsOf } from '../_shared/settings.ts';

export type Fault = 'script-not-run' | 'variables-unused' | 'variables-lost-by-sudo' | 'variables-in-quotes';

const script = /\{\{[\s-]*\.(?:Path|Script)\b/;
const variables = /\{\{[\s-]*\.Vars\b/;
const variablesFile = /\{\{[\s-]*\.EnvVarFile\b/;
/** Variables, perhaps assignments, and `sudo` with everything up to the script or the end of the command. */
const beforeSudo =
  /\{\{[\s-]*\.Vars[\s-]*\}\}\s*(?:\w+=\S*\s+)*(?:\/\S+\/)?sudo\s((?:(?!\{\{[\s-]*\.(?:Path|Script)\b)[^;&|])*)/;

/** What is wrong with a command; only what concerns variables when there are any. */
export function faultsOf(command: string, body: Body): readonly Fault[] {
  // A fixed place for the script may be written out.
  const hasPlace = !isUnset(body, 'remote_path') || !isUnset(body, 'remote_file');
  if (!script.test(command)) return hasPlace ? [] : ['script-not-run'];
  const usesFile = flagOf(body, 'use_env_var_file');
  if (usesFile !== false) {
    return usesFile === true && !variablesFile.test(command) ? ['variables-unused'] : [];
  }
  if (!isSet(body, 'environment_vars') && !isSet(body, 'env')) return [];
  if (!variables.test(command)) return ['variables-unused'];
  if (losesVariables(command)) return ['variables-lost-by-sudo'];
  return isInSingleQuotes(command) ? ['variables-in-quotes'] : [];
}

/** Whether a value is known that a second pair of single quotes takes apart. */
export function hasDelicateValue(body: Body): boolean {
  const listed = textsOf(body, 'environment_vars') ?? [];
  const env = settingOf(body, 'env').value;
  const mapped = typeof env === 'object' && env !== null && !Array.isArray(env) ? Object.values(env) : [];
  return [...listed, ...mapped].some((value) => /[^\w./:@%+,=-]/.test(String(value)));
}

function losesVariables(command: string): boolean {
  const options = beforeSudo.exec(command)?.[1];
  if (options === undefined) return false;
  return !/(?:^|\s)-[A-Za-z]*E[A-Za-z]*(?=\s|$)|--preserve-env/.test(options);
}

function isInSingleQuotes(command: string): boolean {
  const before = command.slice(0, variables.exec(command)?.index);
  return (before.replaceAll(/"[^"]*"/g, '').match(/'/g)?.length ?? 0) % 2 === 1;
}
