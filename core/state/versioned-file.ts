import { readFile, rename } from 'node:fs/promises';
import type * as z from 'zod';
import { HybridError, reasonOf } from '../errors/index.ts';

type Plain = Readonly<Record<string, unknown>>;

/** How a file of ours is read: its newest version, the steps up from older ones, and the shape it ends in. */
export interface FileFormat<T> {
  readonly version: number;
  /** Under each old version the step to the next one. */
  readonly migrations: Readonly<Record<number, (old: Plain) => Plain>>;
  readonly schema: z.ZodType<T>;
}

/** The content of a file, brought up to the newest version; undefined when there is no such file. */
export async function readVersioned<T>(path: string, format: FileFormat<T>): Promise<T | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const parsed = parseVersioned(path, text, format);
  if (parsed.ok) return parsed.value;
  const kept = await keepAside(path);
  throw new HybridError('PH_STATE_CORRUPT', { file: path, reason: parsed.reason, kept });
}

/** The same without consequences: undefined for a file that is missing, corrupt or not ours. */
export async function peekVersioned<T>(path: string, format: FileFormat<T>): Promise<T | undefined> {
  try {
    const parsed = parseVersioned(path, (await readText(path)) ?? '', format);
    return parsed.ok ? parsed.value : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a file, or undefined when it does not exist. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new HybridError('PH_STATE_UNREADABLE', { file: path, reason: reasonOf(cause) }, { cause });
  }
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** Brings text up to the newest version; a newer one than we know throws PH_STATE_NEWER. */
export function parseVersioned<T>(path: string, text: string, format: FileFormat<T>): Parsed<T> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    return { ok: false, reason: reasonOf(cause) };
  }
  if (!isPlain(raw)) return { ok: false, reason: 'it holds no object.' };
  const migrated = migrate(path, raw, format);
  if (migrated === undefined) return { ok: false, reason: `there is no way up from version ${raw.version}.` };
  const result = format.schema.safeParse(migrated);
  if (result.success) return { ok: true, value: result.data };
  const [issue] = result.error.issues;
  return { ok: false, reason: `${issue?.path.join('.') || '(top level)'}: ${issue?.message}` };
}

function migrate<T>(path: string, raw: Plain, format: FileFormat<T>): Plain | undefined {
  let data = raw;
  for (;;) {
    const version = Number(data.version);
    if (version === format.version) return data;
    if (version > format.version) {
      throw new HybridError('PH_STATE_NEWER', { file: path, version, supported: format.version });
    }
    const step = format.migrations[version];
    if (step === undefined) return undefined;
    data = step(data);
    if (!(Number(data.version) > version)) return undefined;
  }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function keepAside(path: string): Promise<string> {
  const kept = `${path}.corrupt-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  // On a read-only disk it stays where it is.
  return rename(path, kept).then(
    () => kept,
    () => path,
  );
}
