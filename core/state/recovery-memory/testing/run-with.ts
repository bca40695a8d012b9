import type { LearningData, RecoveryResult, RunRecord, TargetRecord } from '../../../schema/index.ts';

export interface Failed {
  readonly run: string;
  readonly at?: string;
  readonly target?: string;
  readonly recoveries?: readonly RecoveryResult[];
  readonly changes?: Partial<TargetRecord>;
}

/** A recovery that happened, for tests. */
export function recovery(
  learned: Partial<LearningData> = {},
  changes: Partial<RecoveryResult> = {},
): RecoveryResult {
  const outcome = learned.outcome ?? 'recovered';
  const learning_data: LearningData = {
    ...{ at: '2026-03-01T10:05:00.000Z', target: 'default/-/qemu.debian', platform: 'qemu' },
    ...{ cause: 'package-mirror-failed', class: 'transient', step: 'provisioner shell', attempt: 1 },
    ...{ actions: ['retry-backoff'], outcome, duration_ms: 60_000 },
    ...learned,
  };
  return {
    success: outcome === 'recovered',
    outcome,
    reason: 'The mirror may answer again.',
    plan: {
      ...{
        action: 'retry',
        reason: 'It may go away.',
        cause: learning_data.cause,
        class: learning_data.class,
      },
      ...{ mode: 'automatic', steps: [], confidence: 0.5, rollback: [], validation: [], budget: null },
      wait_seconds: 0,
    },
    applied_fixes: [],
    confidence_improvement: 0,
    validation_results: [],
    rollback_plan: null,
    learning_data,
    ...changes,
  };
}

/** The record of a run with one target, for tests; the build ended well when its last recovery did. */
export function runWith({ run, at = '2026-03-01T10:00:00.000Z', target, ...rest }: Failed): RunRecord {
  const { recoveries = [], changes = {} } = rest;
  const isGood =
    recoveries.length === 0 ? changes.status === 'succeeded' : recoveries.at(-1)?.success === true;
  const id = target ?? 'default/-/qemu.debian';
  return {
    ...{ version: 1, run, command: 'run', env: 'default', status: isGood ? 'succeeded' : 'failed' },
    ...{ exit_code: isGood ? 0 : 2, pid: 1, dry_run: false, resumed_from: null, started_at: at },
    ...{ finished_at: at, git_sha: null, checks: [], findings: [], failures: [], log_dir: `logs/${run}` },
    targets: [
      {
        target: {
          ...{ id, slug: id.replaceAll('/', '_'), env: 'default', template: 'images/debian.pkr.hcl' },
          ...{ source: { type: 'qemu', name: 'debian' }, packer_name: 'qemu.debian' },
          ...{ platform: 'qemu', os: 'linux' },
        },
        ...{ status: isGood ? 'succeeded' : 'failed', exit_code: isGood ? 0 : 2, reached: null },
        ...{ attempts: Math.max(1, recoveries.length), duration_ms: 1_000, steps: [], diagnoses: [] },
        result: {
          ...{ command: 'packer build', exit_code: isGood ? 0 : 2, packer_exit_code: isGood ? 0 : 1 },
          ...{ stdout: '', stderr: '', log_paths: { stdout: null, packer: null }, manifest_path: null },
          ...{ artifacts: [], started_at: at, finished_at: at, retryable: !isGood, remediation: null },
        },
        ...{ recoveries: [...recoveries], ignored: null, evidence: [], publications: [], failure: null },
        ...changes,
      },
    ],
  } as RunRecord;
}
