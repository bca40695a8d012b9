import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ResolvedConfig } from '../../core/config/index.ts';
import { HybridError } from '../../core/errors/index.ts';
import {
  BASELINE_FILE,
  type Baseline,
  emptyKnowledge,
  KNOWLEDGE_FILE,
  type Knowledge,
  parseBaseline,
  parseKnowledge,
} from '../../core/rules/index.ts';
import type { Invocation } from '../invocation.ts';
import { shownPath } from '../shown-path.ts';

/** Where the baseline is: the file that was named, or the one of the workspace; undefined where the configuration wants none. */
export function baselinePath(
  { options, cwd }: Pick<Invocation, 'options' | 'cwd'>,
  { workspace, plugins = [] }: Pick<ResolvedConfig, 'workspace' | 'plugins'>,
): string | undefined {
  const named = options.value('baseline');
  if (named !== undefined) return resolve(cwd, named);
  const input: unknown = plugins.find(({ name }) => name === 'delusions')?.input;
  const configured: unknown =
    typeof input === 'object' && input !== null && 'baseline' in input ? input.baseline : undefined;
  if (configured === false && !options.has('baseline')) return undefined;
  return resolve(workspace.root, typeof configured === 'string' ? configured : BASELINE_FILE);
}

/** The baseline that counts: the workspace's where it has one, and one that was asked for, which then must be there. */
export async function readBaseline(
  invocation: Pick<Invocation, 'options' | 'cwd'>,
  config: Pick<ResolvedConfig, 'workspace' | 'plugins'>,
): Promise<Baseline | undefined> {
  const path = baselinePath(invocation, config);
  if (path === undefined) return undefined;
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => cause);
  const file = shownPath(path, invocation.cwd);
  if (typeof text === 'string') return parseBaseline(text, file);
  if (text.code === 'ENOENT' && !invocation.options.has('baseline')) return undefined;
  const reason = text.code === 'ENOENT' ? 'it does not exist; --update-baseline writes it.' : text.message;
  throw new HybridError('PH_BASELINE_INVALID', { file, reason }, { cause: text });
}

/** Where a workspace keeps what it has learned from feedback. */
export function knowledgePath({ workspace }: Pick<ResolvedConfig, 'workspace'>): string {
  return join(workspace.state, KNOWLEDGE_FILE);
}

/** What was learned from feedback, nothing where there was none. */
export async function readKnowledge(config: Pick<ResolvedConfig, 'workspace'>): Promise<Knowledge> {
  const path = knowledgePath(config);
  if (!existsSync(path)) return emptyKnowledge;
  return parseKnowledge(await readFile(path, 'utf8'), path);
}
