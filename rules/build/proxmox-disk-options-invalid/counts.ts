import type { Body } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';
import { busSizes, devicesOf } from '../_shared/proxmox-devices.ts';

/** More devices than a bus takes, ISOs and the cloud-init drive included; reported at the first that finds no place. */
export function countProblems(body: Body): readonly Problem<'too-many'>[] {
  const devices = devicesOf(body) ?? [];
  return Object.entries(busSizes).flatMap(([bus, limit]) => {
    const found = devices.filter((device) => device.bus === bus);
    const surplus = found[limit];
    if (!surplus) return [];
    return [{ id: 'too-many' as const, at: surplus.at, data: { bus, limit, count: found.length } }];
  });
}
