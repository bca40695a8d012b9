import { createHash } from 'node:crypto';
import { HybridError, reasonOf } from '../errors/index.ts';
import { hashFile } from './hash-file.ts';
import type { HashedInput } from './hash-manifest.ts';
import { portablePath } from './is-inside.ts';
import { walkFiles } from './walk-files.ts';

/** Stands in place of the hash of a file that is not there. */
export const MISSING = 'missing';

export interface HashInputsOptions {
  /** Paths in the answer are relative to it. */
  readonly root: string;
  /** Inputs that are no files, such as settings, with a hash of their own. */
  readonly extra?: readonly HashedInput[];
  /** Absolute folders inside an input folder that a run itself writes, such as logs. */
  readonly exclude?: readonly string[];
  readonly signal?: AbortSignal | undefined;
}

export interface HashedInputs {
  readonly inputs: readonly HashedInput[];
  /** The same inputs give the same digest, in whatever order they were named. */
  readonly digest: string;
}

/** Hashes every file that decides a build; folders count with each file in them. */
export async function hashInputs(
  inputs: readonly { readonly path: string; readonly kind: HashedInput['kind'] }[],
  options: HashInputsOptions,
): Promise<HashedInputs> {
  const { root, extra = [], exclude = [], signal } = options;
  const hashed = new Map<string, HashedInput>();
  // Sorted, so that a file which is named twice counts under the same kind whatever the order.
  for (const { path, kind } of [...inputs].sort((a, b) =>
    compare(`${a.kind} ${a.path}`, `${b.kind} ${b.path}`),
  )) {
    for await (const file of walkFiles(path, { exclude, signal })) {
      const shown = portablePath(root, file);
      if (!hashed.has(shown)) hashed.set(shown, { path: shown, kind, sha256: await hashOf(file, signal) });
    }
  }
  const all = [...hashed.values(), ...extra].sort((a, b) => compare(keyOf(a), keyOf(b)));
  return { inputs: all, digest: digestOf(all) };
}

/** What is different now, by path: changed, added and gone inputs. */
export function changedInputs(
  before: { readonly inputs: readonly HashedInput[] },
  after: { readonly inputs: readonly HashedInput[] },
): readonly string[] {
  const was = new Map(before.inputs.map((input) => [keyOf(input), input]));
  const is = new Map(after.inputs.map((input) => [keyOf(input), input]));
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const changed = keys.filter((key) => was.get(key)?.sha256 !== is.get(key)?.sha256);
  return changed.map((key) => (is.get(key) ?? was.get(key))?.path ?? key).sort(compare);
}

function digestOf(inputs: readonly HashedInput[]): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of inputs) hash.update(`${JSON.stringify([path, sha256])}\n`);
  return hash.digest('hex');
}

/** Settings have names, not paths: one may be called like a file. */
function keyOf({ kind, path }: HashedInput): string {
  return kind === 'setting' ? `setting ${path}` : `file ${path}`;
}

/** By code units: the same everywhere, unlike a comparison by language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

async function hashOf(file: string, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await hashFile(file, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return MISSING;
    throw new HybridError('PH_STATE_UNREADABLE', { file, reason: reasonOf(cause) }, { cause });
  }
}
