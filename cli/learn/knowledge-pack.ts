import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HybridError, reasonOf } from '../../core/errors/index.ts';
import {
  exportKnowledge,
  importPack,
  type KnowledgePack,
  renderPack,
  verifyPack,
} from '../../core/rules/index.ts';
import {
  loadRecoveryMemory,
  sharedRates,
  updateRecoveryMemory,
  withShared,
  writeAtomically,
} from '../../core/state/index.ts';
import { readKnowledge } from '../analyze/known-findings.ts';
import { counted } from '../counted.ts';
import type { Invocation } from '../invocation.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { updateKnowledge } from './knowledge-file.ts';

/** Writes, checks or takes over what was learned, as a pack with a version and a checksum. */
export async function shareKnowledge(invocation: Invocation): Promise<number> {
  const [action, file = ''] = invocation.args;
  if (action === 'export') return await exportTo(file, invocation);
  const pack = verifyPack(await packText(file, invocation.cwd), file);
  if (action === 'import') return await importFrom(file, pack, invocation);
  const { created_at } = pack;
  const text = `${file} is whole: ${contentOf(pack)} of ${created_at}.`;
  return tell({ action, file, ...sizesOf(pack), created_at }, text, invocation);
}

async function exportTo(file: string, invocation: Invocation): Promise<number> {
  const config = await readConfig(invocation, 'knowledge');
  const [knowledge, memory] = await Promise.all([
    readKnowledge(config),
    loadRecoveryMemory(config.workspace),
  ]);
  const at = new Date().toISOString();
  const pack = exportKnowledge(knowledge, { at, recoveries: sharedRates(memory, at) });
  await writeAtomically(resolve(invocation.cwd, file), renderPack(pack));
  const text = `${file} now holds ${contentOf(pack)}, without reasons and without names of targets.`;
  return tell({ action: 'export', file, ...sizesOf(pack) }, text, invocation);
}

async function importFrom(file: string, pack: KnowledgePack, invocation: Invocation): Promise<number> {
  const config = await readConfig(invocation, 'knowledge');
  const known = (await readKnowledge(config)).feedback.length;
  const after = await updateKnowledge(config, (own) => importPack(own, pack));
  const added = after.feedback.length - known;
  const added_rates = await importRates(pack, config.workspace);
  const text = `Took over ${counted(added, 'new judgement')} and ${counted(added_rates, 'new success rate')} from ${file}.`;
  return tell({ action: 'import', file, ...sizesOf(pack), added, added_rates }, text, invocation);
}

/** Answers how many rates are new; a pack without any leaves the memory alone. */
async function importRates(
  { recoveries = [] }: KnowledgePack,
  folders: Parameters<typeof updateRecoveryMemory>[0],
): Promise<number> {
  if (recoveries.length === 0) return 0;
  const taken = new Set<string>();
  await updateRecoveryMemory(folders, (memory) => {
    const after = withShared(memory, recoveries);
    for (const { origin } of after.imported.filter((shared) => !memory.imported.includes(shared))) {
      taken.add(origin);
    }
    return after;
  });
  return ratesIn(recoveries.filter(({ origin }) => taken.has(origin)));
}

function sizesOf({ feedback, recoveries = [] }: KnowledgePack) {
  return { judgements: feedback.length, rates: ratesIn(recoveries) };
}

function contentOf(pack: KnowledgePack): string {
  const { judgements, rates } = sizesOf(pack);
  return `${counted(judgements, 'judgement')} and ${counted(rates, 'success rate')} of recoveries`;
}

function ratesIn(recoveries: NonNullable<KnowledgePack['recoveries']>): number {
  return recoveries.reduce((sum, { rates }) => sum + rates.length, 0);
}

async function packText(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new HybridError('PH_KNOWLEDGE_INVALID', { file, reason: reasonOf(cause) }, { cause });
  }
}

function tell(document: object, text: string, { options, output }: Invocation): number {
  if (isJson(options)) printJson(output, { version: 1, ...document });
  else output.out(text);
  return 0;
}
