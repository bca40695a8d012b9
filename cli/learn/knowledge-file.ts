import { emptyKnowledge, Knowledge } from '../../core/rules/index.ts';
import { type SharedFile, updateSharedFile } from '../../core/state/index.ts';
import { knowledgePath } from '../analyze/known-findings.ts';

type Workspace = Parameters<typeof knowledgePath>[0];

/** Changes what a workspace has learned as one step: of two people at once nobody's word is lost. */
export async function updateKnowledge(
  config: Workspace,
  change: (knowledge: Knowledge) => Knowledge,
): Promise<Knowledge> {
  const file: SharedFile<Knowledge> = {
    path: knowledgePath(config),
    format: { version: 1, migrations: {}, schema: Knowledge },
    initial: emptyKnowledge,
  };
  return await updateSharedFile(file, change);
}
