import type { RecoveryEvent } from '../recovery-memory.ts';

/** A failed attempt of a day in March 2026, for tests. */
export function event(day: number, changes: Partial<RecoveryEvent> = {}): RecoveryEvent {
  return {
    ...{ at: onDay(day), run: `r${day}`, packer_version: '1.11.2', target: 'default/-/qemu.debian' },
    ...{ platform: 'qemu', attempt: 1, cause: 'package-mirror-failed', class: 'transient', step: null },
    ...{ actions: ['retry-backoff'], outcome: 'recovered', duration_ms: 60_000, edits: [], change: null },
    ...changes,
  };
}

/** A moment of that day. */
export function onDay(day: number, hour = 10): string {
  return new Date(Date.UTC(2026, 2, day, hour, 20)).toISOString();
}
