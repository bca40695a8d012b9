import { attributeOf, type Body, defineRule, type TextEdit } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { type Problem, placeOf, reportProblems } from '../_shared/problem.ts';
import { isProxmox } from '../_shared/proxmox.ts';
import { devicesOf } from '../_shared/proxmox-devices.ts';
import { flagOf, isUnset, shownValue, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/proxmox-cloud-init-drive',
  meta: {
    summary: 'The cloud-init drive of a template on Proxmox has no storage or no free slot.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Name the storage with "cloud_init_storage_pool", and a bus that has a free slot.',
    example: 'cloud_init              = true\ncloud_init_storage_pool = "local-lvm"',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    'pool-missing':
      'No "cloud_init_storage_pool": the plugin guesses it at the very end, and the finished build fails if it cannot.',
    'bus-unknown': 'The cloud-init drive cannot be on "{value}"; the plugin takes {allowed}.',
    'bus-full': 'The cloud-init drive finds no free slot on ide: {devices} devices are there already.',
  },
  subs: {
    'pool-missing': 'no storage pool',
    'bus-unknown': 'bus that takes no cloud-init drive',
    'bus-full': 'no free slot',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type) || flagOf(body, 'cloud_init') !== true) return;
      const buses = { name: 'cloud_init_disk_type', allowed: ['ide', 'scsi', 'sata'] };
      reportProblems(report, [
        ...poolProblems(body),
        ...notAmong(body, 'bus-unknown', buses),
        ...slotProblems(body),
      ]);
    },
  }),
});

const pool = 'cloud_init_storage_pool';

/** An empty default of a variable fails in the same way as no attribute at all. */
function poolProblems(body: Body): readonly Problem<'pool-missing'>[] {
  if (!isUnset(body, pool) && shownValue(body, pool) !== '') return [];
  const fix = fixOf(body);
  const at = placeOf(body, attributeOf(body, pool) ? pool : 'cloud_init');
  return [{ id: 'pool-missing', at, ...(fix.length > 0 && { fix }) }];
}

function fixOf(body: Body): readonly TextEdit[] {
  const disk = body.blocks.find(({ type }) => type === 'disks');
  const storage = disk && attributeOf(disk.body, 'storage_pool');
  const anchor = attributeOf(body, 'cloud_init');
  if (!storage || !anchor || attributeOf(body, pool)) return [];
  return insertAfter(anchor, `${pool} = ${storage.text}`);
}

/** The machine type q35 has two slots on ide where others have four. */
function slotProblems(body: Body): readonly Problem<'bus-full'>[] {
  const machine = textOf(body, 'machine') ?? '';
  const limit = /^(pc-)?q35/.test(machine) ? 2 : 4;
  const devices = (devicesOf(body) ?? []).filter(({ bus }) => bus === 'ide');
  const others = devices.filter(({ kind }) => kind !== 'cloud-init').length;
  if (devices.length === others || others < limit) return [];
  return [{ id: 'bus-full', at: placeOf(body, 'cloud_init'), data: { devices: others } }];
}
