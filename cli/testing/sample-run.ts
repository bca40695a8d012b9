import type { EventBody, RunEvent, RunRecord, Target, TargetRecord } from '../../core/schema/index.ts';

/** Hand-made parts of a run, for the tests of the reporters. */
export function sampleTarget(type: string, name: string, more: Partial<Target> = {}): Target {
  return {
    id: `default/-/${type}.${name}`,
    slug: `default.-.${type}.${name}`,
    env: 'default',
    template: 'images',
    source: { type, name },
    packer_name: `${type}.${name}`,
    platform: type,
    os: 'linux',
    ...more,
  };
}

export function sampleEvent(body: EventBody, target?: Target, at = '2026-11-24T10:00:00.000Z'): RunEvent {
  const envelope = { v: 1 as const, run: '20261124-100000-k3f9', seq: 0, at };
  return target === undefined ? { ...envelope, ...body } : { ...envelope, target: target.id, ...body };
}

export function sampleTargetRecord(target: Target, more: Partial<TargetRecord> = {}): TargetRecord {
  return {
    target,
    status: 'succeeded',
    exit_code: 0,
    reached: 'publish',
    attempts: 1,
    duration_ms: 41_234,
    steps: [
      { step: 'connect', kind: 'communicator', duration_ms: 9300 },
      { step: 'shell', kind: 'provisioner', duration_ms: 12_400 },
      { step: 'shutdown', kind: 'builder', duration_ms: 2100 },
    ],
    result: null,
    diagnoses: [],
    recoveries: [],
    ignored: null,
    evidence: [],
    publications: [],
    failure: null,
    ...more,
  };
}

export function sampleRun(more: Partial<RunRecord> = {}): RunRecord {
  return {
    version: 1,
    run: '20261124-100000-k3f9',
    command: 'packer-hybrid run',
    env: 'default',
    status: 'succeeded',
    exit_code: 0,
    pid: 17,
    dry_run: false,
    resumed_from: null,
    started_at: '2026-11-24T10:00:00.000Z',
    finished_at: '2026-11-24T10:01:05.000Z',
    git_sha: null,
    checks: [],
    findings: [],
    failures: [],
    targets: [],
    log_dir: 'logs/20261124-100000-k3f9',
    ...more,
  };
}
