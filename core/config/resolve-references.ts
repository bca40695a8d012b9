import type { ConfigProblem } from '../errors/index.ts';
import { type EnvironmentReference, isPlugin, type Plugin } from '../plugin/index.ts';
import { isEnvironmentReference } from './environment-reference.ts';
import { withInput } from './plugin-input.ts';
import { isPlainObject, pathText, type SettingPath } from './setting-path.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** Where a value came from the environment. */
export interface ResolvedReference {
  readonly path: SettingPath;
  readonly variable: string;
  /** Whether the default stood in for a variable that is not set. */
  readonly isDefault: boolean;
}

/** A configuration without references, and what is known about those that were there. */
export interface ResolvedReferences {
  readonly value: unknown;
  readonly references: readonly ResolvedReference[];
  readonly secrets: readonly string[];
  readonly problems: readonly ConfigProblem[];
}

function missing(variable: string, path: SettingPath): ConfigProblem {
  return {
    path: pathText(path),
    message: `needs the environment variable ${variable}, which is not set`,
    fix: `Set ${variable}, or give a default: env('${variable}', '…').`,
  };
}

/** Replaces every reference to the environment by its value in a deep copy, also in what plugins were given. */
export function resolveReferences(root: unknown, variables: Variables): ResolvedReferences {
  const references: ResolvedReference[] = [];
  const secrets = new Set<string>();
  const problems: ConfigProblem[] = [];
  const copies = new Map<unknown, unknown>();

  function lookUp({ $env: variable, $default: fallback }: EnvironmentReference, path: SettingPath) {
    // CI systems hand over a secret that does not exist as empty text.
    const value = variables[variable] || undefined;
    references.push({ path, variable, isDefault: value === undefined });
    if (value !== undefined) secrets.add(value);
    else if (fallback === undefined) problems.push(missing(variable, path));
    return value ?? fallback;
  }
  function copyPlugin(plugin: Plugin, path: SettingPath): Plugin {
    return withInput(plugin, copy(plugin.input, path));
  }
  function copyItems(source: readonly unknown[], path: SettingPath): readonly unknown[] {
    const target: unknown[] = [];
    copies.set(source, target);
    for (const [index, item] of source.entries()) target.push(copy(item, [...path, index]));
    return target;
  }
  function copyEntries(source: Readonly<Record<string, unknown>>, path: SettingPath) {
    const target: Record<string, unknown> = {};
    copies.set(source, target);
    for (const [key, item] of Object.entries(source)) {
      Object.defineProperty(target, key, {
        value: copy(item, [...path, key]),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return target;
  }
  function copy(value: unknown, path: SettingPath): unknown {
    if (isEnvironmentReference(value)) return lookUp(value, path);
    if (copies.has(value)) return copies.get(value);
    if (isPlugin(value)) return copyPlugin(value, path);
    if (Array.isArray(value)) return copyItems(value, path);
    return isPlainObject(value) ? copyEntries(value, path) : value;
  }

  return { value: copy(root, []), references, secrets: [...secrets], problems };
}
