import type { Body } from 'packer-hybrid/rules';
import { lacks } from '../_shared/combine.ts';
import { type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { isUnset, numberOf, textOf } from '../_shared/settings.ts';

const firmware = ['efi_firmware_code', 'efi_firmware_vars'] as const;

/** Processors, memory and firmware. */
export function machineProblems(body: Body) {
  return [
    ...['cpus', 'sockets', 'cores', 'threads'].flatMap((name) => countProblems(body, name)),
    ...memoryProblems(body),
    ...fileProblems(body),
    ...secureBootProblems(body),
  ];
}

/** The plugin takes its own file for the other half, which seldom fits. */
function fileProblems(body: Body): readonly Problem<'efi-files'>[] {
  const found = [
    ...lacks(body, 'efi-files', [firmware[0], firmware[1]]),
    ...lacks(body, 'efi-files', [firmware[1], firmware[0]]),
  ];
  return found.map((problem) => ({ ...problem, severity: 'high', confidence: 0.75 }));
}

function countProblems(body: Body, name: string): readonly Problem<'count-negative'>[] {
  const value = numberOf(body, name);
  if (value === undefined || value >= 0) return [];
  return [{ id: 'count-negative', at: valuePlace(body, name), data: { name, value } }];
}

function memoryProblems(body: Body): readonly Problem<'memory-small'>[] {
  const value = numberOf(body, 'memory');
  if (value === undefined || value === 0 || value >= 10) return [];
  return [{ id: 'memory-small', at: valuePlace(body, 'memory'), data: { value } }];
}

function secureBootProblems(body: Body): readonly Problem<'secure-boot-machine'>[] {
  const code = textOf(body, 'efi_firmware_code') ?? '';
  const machine = textOf(body, 'machine_type') ?? (isUnset(body, 'machine_type') ? 'pc' : undefined);
  if (!/secboot|secure/i.test(code) || machine === undefined || machine.includes('q35')) return [];
  return [
    { id: 'secure-boot-machine', at: placeOf(body, 'efi_firmware_code'), severity: 'high', confidence: 0.8 },
  ];
}
