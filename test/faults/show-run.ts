import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../core/schema/index.ts';

/** A run as the reader of a failed test needs it: what was refused, what was diagnosed, and the end of each log. */
export function showRun({ checks, findings, failures, targets }: RunRecord, logs: string): string {
  const grave = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
  return [
    '',
    ...checks
      .filter(({ ok }) => !ok)
      .map(({ id, severity, message }) => `check ${id} ${severity}: ${message}`),
    ...grave.map(({ rule, severity, message }) => `finding ${rule} ${severity}: ${message}`),
    ...failures.map(({ code, message }) => `failure ${code}: ${message}`),
    ...targets.flatMap(({ failure }) => (failure ? [`target ${failure.code}: ${failure.message}`] : [])),
    ...targets
      .flatMap(({ diagnoses }) => diagnoses)
      .map(({ cause, action, confidence, evidence }) =>
        [`diagnosis ${cause} ${action} ${confidence}`, ...evidence.map(({ text }) => `  ${text}`)].join('\n'),
      ),
    ...logsIn(logs),
  ].join('\n');
}

function logsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log') && !name.endsWith('.packer.log'))
    .map(
      (name) => `--- ${name}\n${readFileSync(join(folder, name), 'utf8').split('\n').slice(-40).join('\n')}`,
    );
}
