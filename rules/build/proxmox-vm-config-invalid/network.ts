import type { Body } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { isUnset, numberOf, textOf } from '../_shared/settings.ts';

type Id = 'bridge-missing' | 'queues-without-virtio' | 'mtu-range' | 'model-default';

/** Each network adapter by itself. */
export function networkProblems(body: Body): readonly Problem<Id>[] {
  return nestedBlocks(body, 'network_adapters').flatMap(({ body: adapter }) => [
    ...(isUnset(adapter, 'bridge') ? [{ id: 'bridge-missing' as const, at: headOf(adapter) }] : []),
    ...modelProblems(adapter),
    ...mtuProblems(adapter),
  ]);
}

function modelProblems(adapter: Body): readonly Problem<Id>[] {
  const model = textOf(adapter, 'model');
  const isDefault = isUnset(adapter, 'model');
  const queues = numberOf(adapter, 'packet_queues') ?? 0;
  if (queues > 0 && (isDefault || (model !== undefined && model !== 'virtio'))) {
    const shown = model === undefined ? 'the default, e1000' : `"${model}"`;
    return [{ id: 'queues-without-virtio', at: placeOf(adapter, 'packet_queues'), data: { model: shown } }];
  }
  return isDefault ? [{ id: 'model-default', at: headOf(adapter), severity: 'low' }] : [];
}

function mtuProblems(adapter: Body): readonly Problem<Id>[] {
  const value = numberOf(adapter, 'mtu');
  if (value === undefined || (value >= 0 && value <= 65_520)) return [];
  return [{ id: 'mtu-range', at: valuePlace(adapter, 'mtu'), data: { value } }];
}
