import type { Body } from 'packer-hybrid/rules';
import { together } from '../_shared/combine.ts';
import { durationOf } from '../_shared/duration.ts';
import { headOf, type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { flagOf, isUnset, numberOf, shownValue, textOf } from '../_shared/settings.ts';

/** What is cloned, and how long it may take. */
export function originProblems(body: Body) {
  const isMissing = isUnset(body, 'clone_vm') && isUnset(body, 'clone_vm_id');
  return [
    ...together(body, 'origin-twice', ['clone_vm', 'clone_vm_id']),
    ...(isMissing ? [{ id: 'origin-missing' as const, at: headOf(body) }] : []),
    ...idProblems(body),
    ...timeoutProblems(body),
  ];
}

function idProblems(body: Body): readonly Problem<'id-range'>[] {
  const value = numberOf(body, 'clone_vm_id');
  if (value === undefined || value === 0 || (value >= 100 && value <= 999_999_999)) return [];
  return [{ id: 'id-range', at: valuePlace(body, 'clone_vm_id'), data: { value } }];
}

/** A linked clone is made in a moment; a full one copies the disk, and Packer waits one minute by itself. */
function timeoutProblems(body: Body): readonly Problem<'short-timeout'>[] {
  const isFull = isUnset(body, 'full_clone')
    ? shownValue(body, 'full_clone') !== false
    : flagOf(body, 'full_clone');
  const isDefault = isUnset(body, 'task_timeout');
  const seconds = isDefault ? 60 : durationOf(body, 'task_timeout');
  if (isFull !== true || seconds === undefined || seconds > 60) return [];
  const value = isDefault ? 'one minute where it is not set' : (textOf(body, 'task_timeout') ?? '');
  const at = isDefault ? headOf(body) : placeOf(body, 'task_timeout');
  return [{ id: 'short-timeout', at, data: { value }, severity: 'low', confidence: 0.6 }];
}
