import type { Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf } from '../_shared/settings.ts';

const clock = { name: 'precision_clock', allowed: ['ptp', 'ntp', 'none'] };

/** Where the guest gets its time from. */
export function clockProblems(body: Body): readonly Problem<'clock-unknown' | 'time-sync'>[] {
  const name = 'tools_sync_time_periodically';
  const isAlone = flagOf(body, name) === true && flagOf(body, 'tools_sync_time') === false;
  return [
    ...notAmong(body, 'clock-unknown', clock),
    ...(isAlone ? [{ id: 'time-sync' as const, at: placeOf(body, name) }] : []),
  ];
}
