import type { ResolvedReference } from './resolve-references.ts';
import { isPlainObject, type SettingPath, valueAt } from './setting-path.ts';

/** `templates[n].vars.x`, `environments.e.vars.x` and `environments.e.templates[n].vars.x` */
function isVariable(path: SettingPath): boolean {
  const [inEnvironment, rest] = path[0] === 'environments' ? [true, path.slice(2)] : [false, path];
  const place = rest.slice(0, -2).map((part) => (typeof part === 'number' ? '#' : part));
  return (
    rest.at(-2) === 'vars' && (place.join('.') === 'templates.#' || (inEnvironment && place.length === 0))
  );
}

function move(owner: Record<string, unknown>, name: string): void {
  if (!isPlainObject(owner.vars)) return;
  const { [name]: value, ...vars } = owner.vars;
  owner.vars = vars;
  owner.secrets = { [name]: value, ...(isPlainObject(owner.secrets) ? owner.secrets : {}) };
}

/**
 * Values from the environment are secret, and secrets may not travel in arguments: a variable that is given as `env('NAME')` is
 * treated as if it stood under `secrets`. Changes the document; answers with the references as they stand now.
 */
export function moveSecretVariables(
  document: unknown,
  references: readonly ResolvedReference[],
): readonly ResolvedReference[] {
  return references.map((reference) => {
    const { path, isDefault } = reference;
    const owner = valueAt(document, path.slice(0, -2));
    if (isDefault || !isVariable(path) || !isPlainObject(owner)) return reference;
    const name = String(path.at(-1));
    move(owner as Record<string, unknown>, name);
    return { ...reference, path: [...path.slice(0, -2), 'secrets', name] };
  });
}
