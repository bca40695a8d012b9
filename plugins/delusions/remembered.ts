import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  type Baseline,
  KNOWLEDGE_FILE,
  type Knowledge,
  parseBaseline,
  parseKnowledge,
} from 'packer-hybrid/rules';

/** The baseline of a workspace; undefined where there is none or nobody wants it. */
export async function readBaseline(root: string, file: string | false): Promise<Baseline | undefined> {
  if (file === false) return undefined;
  const text = await textOf(resolve(root, file));
  return text === undefined ? undefined : parseBaseline(text, file);
}

/** What was learned from feedback; undefined where there was none yet. */
export async function readKnowledge(state: string): Promise<Knowledge | undefined> {
  const path = join(state, KNOWLEDGE_FILE);
  const text = await textOf(path);
  return text === undefined ? undefined : parseKnowledge(text, path);
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
