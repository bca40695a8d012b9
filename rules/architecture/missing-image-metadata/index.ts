// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { attributeOf, blocksOf, defineRule, startOf } from 'packer-hybrid/rules';
import { isUnset } from '../_shared/settings.ts';
import { varies } from '../_shared/varying.ts';

/** Settings that say on the platform itself what an image is, by builder. */
const settings: Readonly<Record<string, readonly string[]>> = {
  'azure-arm': ['azure_tags', 'azure_tag'],
  'proxmox-iso': ['tags', 'template_description'],
  'proxmox-clone': ['tags', 'template_description'],
  'vsphere-iso': ['notes'],
  'vsphere-clone': ['notes'],
};

export default defineRule({
  id: 'architecture/missing-image-metadata',
  meta: {
    summary: 'The image does not say where it comes from.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.78,
    remedy: 'Set tags or a description with the version, the commit and the time of the build.',
    example: 'notes = "Built by Packer ${packer.version} on ${timestamp()}"',
    recommended: false,
  },
  messages: {
    none: '"{type}.{name}" has no {settings}: nobody can tell from the platform what the image is and how old.',
    static: 'The notes are the same in every build, so they do not say which one the image is from.',
  },
  subs: { static: 'Notes without version or date.' },
  create: ({ template, report }) => ({
    target({ type, name, body, source }) {
      const names = Object.hasOwn(settings, type) ? (settings[type] ?? []) : [];
      if (names.length === 0) return;
      // Images of a gallery take the tags of their definition.
      if (type === 'azure-arm' && isUnset(body, 'managed_image_name')) {
        if (blocksOf(body, 'shared_image_gallery_destination').length > 0) return;
      }
      if (names.every((one) => isUnset(body, one))) {
        const data = { type, name, settings: names.map((one) => `"${one}"`).join(' and no ') };
        report({ at: startOf(source), message: 'none', data });
      }
      const notes = attributeOf(body, 'notes');
      if (!notes || !names.includes('notes') || isUnset(body, 'notes')) return;
      const isWritten = notes.expression.kind === 'literal' && /\d/.test(String(notes.expression.value));
      if (!isWritten && !varies(template, notes.expression))
        report({ at: notes, message: 'static', sub: 'static' });
    },
  }),
});
