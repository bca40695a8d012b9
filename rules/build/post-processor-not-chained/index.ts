import { attributeOf, type Block, defineRule, startOf } from 'packer-hybrid/rules';
import { isUnset } from '../_shared/settings.ts';
import { legacyChains } from './legacy-chains.ts';

/** Post-processors that work on the result of another one, with those that they need. */
const needs: Readonly<Record<string, readonly string[]>> = {
  'vagrant-cloud': ['vagrant'],
  'vagrant-registry': ['vagrant'],
  'docker-tag': ['docker-import'],
  'docker-push': ['docker-tag', 'docker-import'],
  'vsphere-template': ['vsphere'],
  checksum: ['compress'],
};

export default defineRule({
  id: 'build/post-processor-not-chained',
  meta: {
    summary: 'A post-processor stands beside the one whose result it needs, instead of behind it in a chain.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Put both into one post-processors block, in their order.',
    example:
      'post-processors {\n  post-processor "vagrant" {}\n  post-processor "vagrant-registry" {\n    box_tag = "org/box"\n  }\n}',
    recommended: true,
  },
  messages: {
    apart:
      '"{type}" gets what the builder made, not what "{producer}" made: post-processors that stand directly in a build do not see each other.',
    artifice:
      '"artifice" names the files for the next post-processor of a chain; standing directly in a build beside others it has no effect on them.',
    'no-files': '"artifice" has no "files", so it replaces the artifact by nothing.',
  },
  subs: {
    artifice: 'artifice stands outside of a chain.',
    'no-files': 'artifice without files.',
  },
  create({ template, report }) {
    function checkBuild({ body }: Block): void {
      const inChain = legacyChains(template);
      const apart = body.blocks.filter((block) => block.type === 'post-processor' && !inChain(block));
      const chains = body.blocks.filter(({ type }) => type === 'post-processors');
      for (const block of [...apart, ...chains.flatMap((chain) => chain.body.blocks)]) {
        if (block.labels[0] === 'artifice' && isUnset(block.body, 'files'))
          report({ at: startOf(block), message: 'no-files', sub: 'no-files' });
      }
      for (const [index, block] of apart.entries()) checkSibling(block, apart.slice(0, index), apart);
    }

    function checkSibling(block: Block, before: readonly Block[], all: readonly Block[]): void {
      const [type = ''] = block.labels;
      const at = startOf(block);
      if (type === 'artifice') {
        if (all.length > 1) report({ at, message: 'artifice', sub: 'artifice' });
        return;
      }
      const wanted = Object.hasOwn(needs, type) ? (needs[type] ?? []) : [];
      const producer = before.findLast((one) => wanted.includes(one.labels[0] ?? '') && mayMeet(one, block));
      if (!producer) return;
      // What is meant by a checksum beside an archive, only its author knows.
      const doubt = type === 'checksum' ? { severity: 'medium' as const, confidence: 0.6 } : {};
      report({ at, message: 'apart', data: { type, producer: producer.labels[0] ?? '' }, ...doubt });
    }

    return {
      template() {
        for (const block of template.blocks) if (block.type === 'build') checkBuild(block);
      },
    };
  },
});

/** Whether two post-processors run for a common source, as far as `only` tells. */
function mayMeet(one: Block, other: Block): boolean {
  const [a, b] = [one, other].map(({ body }) => attributeOf(body, 'only')?.value);
  if (a?.state !== 'known' || b?.state !== 'known' || !Array.isArray(a.value)) return true;
  const names: readonly unknown[] = Array.isArray(b.value) ? b.value : [];
  return a.value.some((name: unknown) => names.includes(name));
}
