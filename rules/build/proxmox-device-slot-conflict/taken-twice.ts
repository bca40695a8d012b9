import type { Problem } from '../_shared/problem.ts';
import type { Device } from '../_shared/proxmox-devices.ts';

/** Drives at fixed slots, and disks, which are put on their bus from slot 0 on. */
export function takenTwice(devices: readonly Device[]): readonly Problem<'taken'>[] {
  const owners = new Map<string, Device>();
  const disks = diskSlots(devices);
  return devices.flatMap((device) => {
    const slot = device.kind === 'disk' ? undefined : slotOf(device);
    if (slot === undefined) return [];
    const first = owners.get(slot);
    if (!first) owners.set(slot, device);
    const disk = disks.get(slot);
    if (!first && !disk) return [];
    const data = { slot, first: first?.name ?? 'a disk', second: device.name };
    // Whether a disk makes room depends on the plugin's version.
    const doubt = first ? {} : { severity: 'medium' as const, confidence: 0.6 };
    return [{ id: 'taken' as const, at: device.at, data, ...doubt }];
  });
}

function slotOf({ bus, index }: Device): string | undefined {
  return bus === undefined || index === undefined ? undefined : `${bus}${Number(index)}`;
}

function diskSlots(devices: readonly Device[]): ReadonlyMap<string, Device> {
  const counts = new Map<string, number>();
  return new Map(
    devices.flatMap((device) => {
      if (device.kind !== 'disk' || device.bus === undefined) return [];
      const count = counts.get(device.bus) ?? 0;
      counts.set(device.bus, count + 1);
      return [[`${device.bus}${count}`, device] as const];
    }),
  );
}
