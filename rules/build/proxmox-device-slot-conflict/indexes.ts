import type { Body } from 'packer-hybrid/rules';
import { type Problem, valuePlace } from '../_shared/problem.ts';
import { isoBlocks } from '../_shared/proxmox.ts';
import { busSizes } from '../_shared/proxmox-devices.ts';
import { isUnset, shownValue, textOf } from '../_shared/settings.ts';

/** Indexes that the plugin cannot use; it does not check them before it does. */
export function indexProblems(body: Body): readonly Problem<'index-range' | 'index-format'>[] {
  return isoBlocks(body).flatMap((block) => [...indexProblem(block.body), ...deviceProblem(block.body)]);
}

function indexProblem(iso: Body): readonly Problem<'index-range' | 'index-format'>[] {
  const value = shownValue(iso, 'index');
  if (value === undefined || value === null || value === '') return [];
  const at = valuePlace(iso, 'index');
  const text = String(value);
  if (!/^\d+$/.test(text)) return [{ id: 'index-format', at, data: { value: text } }];
  const bus = textOf(iso, 'type') ?? (isUnset(iso, 'type') ? 'ide' : '');
  return outOfRange(bus, text).map((data) => ({ id: 'index-range', at, data }));
}

/** `device = "ide3"` is how bus and index were written before. */
function deviceProblem(iso: Body): readonly Problem<'index-range'>[] {
  const [, bus = '', index = ''] = /^([a-z]+)(\d+)$/.exec(textOf(iso, 'device') ?? '') ?? [];
  const at = valuePlace(iso, 'device');
  return outOfRange(bus, index).map((data) => ({ id: 'index-range', at, data }));
}

function outOfRange(bus: string, index: string) {
  const size = busSizes[bus];
  if (size === undefined || index === '' || Number(index) < size) return [];
  return [{ slot: `${bus}${Number(index)}`, bus, last: size - 1 }];
}
