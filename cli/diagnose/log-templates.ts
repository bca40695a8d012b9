import { resolve } from 'node:path';
import type { FailureSignature } from '../../core/plugin/index.ts';
import type { LogDiagnosis } from '../../plugins/recovery/diagnosis/index.ts';
import type { Invocation } from '../invocation.ts';

/** What templates add to a diagnosis: the attribute to change, and the values that may not be shown. */
export interface LogTemplates {
  withChanges(found: LogDiagnosis): LogDiagnosis;
  readonly secrets: readonly string[];
}

/** The templates that `--template` names; they are loaded only then, as that takes longer than to read most logs. */
export async function logTemplates(
  { options, cwd, env }: Invocation,
  signatures: readonly FailureSignature[],
): Promise<LogTemplates> {
  const path = options.value('template');
  if (path === undefined) return { withChanges: (found) => found, secrets: [] };
  const { findTemplates, readTemplate, sensitiveValues } = await import('../../core/language/index.ts');
  const { withChange } = await import('../../plugins/recovery/index.ts');
  const setting = { path: resolve(cwd, path), vars: {}, secrets: {}, varFiles: [], cwd: 'template' } as const;
  const files = await findTemplates({ root: cwd, settings: [setting] });
  const templates = await Promise.all(files.map((one) => readTemplate(one, { root: cwd, env })));
  return {
    withChanges: (found) => ({
      ...found,
      diagnoses: found.diagnoses.map((one) => withChange(one, templates, signatures)),
    }),
    secrets: templates.flatMap(sensitiveValues),
  };
}
