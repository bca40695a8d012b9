import { defineRule, startOf } from 'packer-hybrid/rules';
import { buildBlocks, namesAllSources } from '../_shared/listed-sources.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/unused-source',
  meta: {
    summary: 'A source is declared and no build uses it.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Name the source in a build, or delete it.',
    example: 'build {\n  sources = ["source.qemu.a", "source.qemu.b"]\n}',
    recommended: true,
  },
  messages: { unused: 'No build uses the source "{name}": this image is never made.' },
  create({ template, report }) {
    return {
      template() {
        if (isLegacy(template) || template.builds.length === 0) return;
        if (!buildBlocks(template).every(namesAllSources)) return;
        const used = new Set(
          template.builds.flatMap(({ sources }) => sources.map((use) => `${use.type}.${use.name}`)),
        );
        for (const source of template.sources) {
          const name = `${source.type}.${source.name}`;
          if (!used.has(name)) report({ at: startOf(source), message: 'unused', data: { name } });
        }
      },
    };
  },
});
