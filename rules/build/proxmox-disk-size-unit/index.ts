import { type Attribute, attributeOf, defineRule } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { isProxmox } from '../_shared/proxmox.ts';

export default defineRule({
  id: 'build/proxmox-disk-size-unit',
  meta: {
    summary: 'The size of a disk on Proxmox is not a whole number with one of the units T, G, M and K.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Write the size as a whole number with T, G, M or K, such as "20G".',
    example: 'disks {\n  disk_size    = "20G"\n  storage_pool = "local-lvm"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    unit: 'The size "{size}" is not a whole number with T, G, M or K: the plugin reads it as 0 and says nothing.',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isProxmox(type)) return;
      for (const { body: disk } of nestedBlocks(body, 'disks')) {
        const attribute = attributeOf(disk, 'disk_size');
        const size = attribute && writtenSize(attribute);
        if (!attribute || size === undefined || /^\d+[TGMK]$/.test(size)) continue;
        const meant = meantSize(size);
        const fix = meant === undefined ? [] : replaceText(attribute, meant);
        report({
          at: attribute.valueRange,
          message: 'unit',
          data: { size },
          ...(fix.length > 0 && { fix }),
        });
      }
    },
  }),
});

function writtenSize({ value }: Attribute): string | undefined {
  if (value.state !== 'known') return undefined;
  const isSize = (typeof value.value === 'string' && value.value !== '') || typeof value.value === 'number';
  return isSize ? String(value.value) : undefined;
}

/** `20GB` and `20g` leave no doubt; what a number without unit means is a guess. */
function meantSize(size: string): string | undefined {
  const match = /^(\d+)\s*([tgmk])(?:i?b)?$/i.exec(size);
  return match ? `${match[1]}${match[2]?.toUpperCase()}` : undefined;
}
