import { type Body, type Placed, type SourceRange, startOf } from 'packer-hybrid/rules';
import { isCounted, nestedBlocks } from './nested.ts';
import { placeOf } from './problem.ts';
import { flagOf, isSet, isUnset, shownValue, textOf } from './settings.ts';

/** A disk or CD-ROM of a machine on Proxmox. */
export interface Device {
  readonly kind: 'disk' | 'iso' | 'cloud-init';
  /** `ide`, `sata`, `scsi` or `virtio`; undefined when it is not known. */
  readonly bus: string | undefined;
  /** The slot that it asks for; undefined when the plugin chooses. */
  readonly index: string | undefined;
  readonly at: Placed | SourceRange;
  /** What people call it. */
  readonly name: string;
}

/** How many devices each bus takes. */
export const busSizes: Readonly<Record<string, number>> = { ide: 4, sata: 6, scsi: 31, virtio: 16 };

/** All drives of a machine; undefined where nobody can count them. */
export function devicesOf(body: Body): readonly Device[] | undefined {
  const lists = ['disks', 'boot_iso', 'additional_iso_files'];
  if (!lists.every((name) => isCounted(body, name))) return undefined;
  return [...disks(body), ...bootIso(body), ...additionalIsos(body), ...cloudInit(body)];
}

function disks(body: Body): readonly Device[] {
  return nestedBlocks(body, 'disks').map((block) => {
    const type = textOf(block.body, 'type') ?? (isUnset(block.body, 'type') ? 'scsi' : undefined);
    // The plugin takes an unknown type for SCSI.
    const bus = type === undefined || Object.hasOwn(busSizes, type) ? type : 'scsi';
    return { kind: 'disk', bus, index: undefined, at: startOf(block), name: 'a disk' };
  });
}

function bootIso(body: Body): readonly Device[] {
  const blocks = nestedBlocks(body, 'boot_iso').map((block): Device => {
    const isBare = isUnset(block.body, 'type') && isUnset(block.body, 'index');
    const index = isBare ? '2' : slotOf(block.body);
    return { kind: 'iso', bus: busOf(block.body), index, at: startOf(block), name: '"boot_iso"' };
  });
  const former = ['iso_file', 'iso_url', 'iso_urls'].find((name) => isSet(body, name));
  if (former === undefined) return blocks;
  return [...blocks, { kind: 'iso', bus: 'ide', index: '2', at: placeOf(body, former), name: `"${former}"` }];
}

function additionalIsos(body: Body): readonly Device[] {
  return nestedBlocks(body, 'additional_iso_files').map((block) => {
    const former = /^([a-z]+)(\d+)$/.exec(textOf(block.body, 'device') ?? '');
    const at = startOf(block);
    const name = '"additional_iso_files"';
    if (former) return { kind: 'iso', bus: former[1], index: former[2], at, name };
    return { kind: 'iso', bus: busOf(block.body), index: slotOf(block.body), at, name };
  });
}

function cloudInit(body: Body): readonly Device[] {
  if (flagOf(body, 'cloud_init') !== true) return [];
  const name = 'cloud_init_disk_type';
  const bus = textOf(body, name) ?? (isUnset(body, name) ? 'ide' : undefined);
  const at = placeOf(body, 'cloud_init');
  return [{ kind: 'cloud-init', bus, index: undefined, at, name: 'the cloud-init drive' }];
}

function busOf(block: Body): string | undefined {
  return textOf(block, 'type') ?? (isUnset(block, 'type') ? 'ide' : undefined);
}

function slotOf(block: Body): string | undefined {
  const value = shownValue(block, 'index');
  return value === undefined || value === null || value === '' ? undefined : String(value);
}
