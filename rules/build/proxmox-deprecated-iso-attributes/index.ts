import { attributeOf, type Body, defineRule, type TargetView, type Template } from 'packer-hybrid/rules';
import { quoted } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { formerIsoNames, isProxmoxIso } from '../_shared/proxmox.ts';
import { isUnset } from '../_shared/settings.ts';
import { intoBlock } from './into-block.ts';
import { knowsBootIso } from './plugin-version.ts';

export default defineRule({
  id: 'build/proxmox-deprecated-iso-attributes',
  meta: {
    summary: 'A proxmox-iso source describes its ISO outside of the "boot_iso" block.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Move the attributes into a "boot_iso" block; "unmount_iso" is called "unmount" there.',
    example: 'boot_iso {\n  iso_file = "local:iso/debian.iso"\n  unmount  = true\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    deprecated:
      'Since plugin 1.2 the ISO is described in a "boot_iso" block: {names} will not be read for ever.',
    both: 'The ISO is described twice: {names} overwrites what the "boot_iso" block says.',
    'old-plugin':
      '{names} belongs into a "boot_iso" block, which the required version of the plugin does not know yet.',
  },
  subs: {
    both: 'former attributes beside a "boot_iso" block',
    'old-plugin': 'required plugin that has no "boot_iso" block yet',
  },
  create: ({ template, report }) => ({
    target(target) {
      const { type, body } = target;
      if (!isProxmoxIso(type)) return;
      const found = formerAttributes(body);
      const [first] = found;
      if (!first) return;
      const data = { names: quoted(found.map(({ name }) => name)) };
      if (nestedBlocks(body, 'boot_iso').length > 0) {
        report({ at: first, message: 'both', sub: 'both', severity: 'high', data });
      } else if (!knowsBootIso(template)) {
        const remedy = 'Require version 1.2 of the plugin or newer, then use a "boot_iso" block.';
        report({ at: first, message: 'old-plugin', sub: 'old-plugin', remedy, data });
      } else {
        report({ at: first, message: 'deprecated', data, ...fixOf(template, target, found) });
      }
    },
  }),
});

function formerAttributes(body: Body) {
  return Object.keys(formerIsoNames)
    .filter((name) => !isUnset(body, name))
    .flatMap((name) => attributeOf(body, name) ?? [])
    .toSorted((a, b) => a.range.start.offset - b.range.start.offset);
}

/** Attributes that a build adds stay where they are: the block would replace those of the source. */
function fixOf(template: Template, { source }: TargetView, found: ReturnType<typeof formerAttributes>) {
  const own = new Set(source.body.attributes);
  return found.every((attribute) => own.has(attribute)) ? { fix: intoBlock(template, found) } : {};
}
