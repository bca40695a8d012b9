import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HybridError, reasonOf } from '../../core/errors/index.ts';
import { exportKnowledge, importPack, renderPack, verifyPack } from '../../core/rules/index.ts';
import { writeAtomically } from '../../core/state/index.ts';
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
  const judgements = pack.feedback.length;
  if (action === 'verify') {
    const text = `${file} is whole: ${counted(judgements, 'judgement')} of ${pack.created_at}.`;
    return tell({ action, file, judgements, created_at: pack.created_at }, text, invocation);
  }
  const config = await readConfig(invocation, 'knowledge');
  const known = (await readKnowledge(config)).feedback.length;
  const after = await updateKnowledge(config, (own) => importPack(own, pack));
  const added = after.feedback.length - known;
  return tell(
    { action, file, judgements, added },
    `Took over ${counted(added, 'new judgement')} from ${file}.`,
    invocation,
  );
}

async function exportTo(file: string, invocation: Invocation): Promise<number> {
  const config = await readConfig(invocation, 'knowledge');
  const knowledge = await readKnowledge(config);
  const pack = exportKnowledge(knowledge, { at: new Date().toISOString() });
  await writeAtomically(resolve(invocation.cwd, file), renderPack(pack));
  const judgements = pack.feedback.length;
  const text = `${file} now holds ${counted(judgements, 'judgement')}, without the reasons.`;
  return tell({ action: 'export', file, judgements }, text, invocation);
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
