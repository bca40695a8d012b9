import {
  type Block,
  defineRule,
  isJson,
  type LanguageBlock,
  languageBlocks,
  nearTo,
  startOf,
  within,
} from 'packer-hybrid/rules';
import { inWholeFile, isLegacy } from '../_shared/whole-files.ts';
import { terraformBlocks } from './terraform-blocks.ts';

export default defineRule({
  id: 'syntax/unknown-block',
  meta: {
    summary: 'A block has a name that Packer does not know there, or the wrong number of labels.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.97,
    remedy: 'Use one of the blocks that Packer knows, with as many labels as it takes.',
    example: 'build {\n  provisioner "shell" {\n    inline = ["true"]\n  }\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'Packer knows no block "{type}" {place}; "{meant}" was probably meant.',
    unknown: 'Packer knows no block "{type}" {place}: it takes {known} there.',
    terraform: '"{type}" is a block of Terraform; Packer has nothing like it.',
    labels: 'A {type} block takes {expected}, and this one has {found}.',
  },
  create({ template, report }) {
    const isWhole = inWholeFile(template);

    function check(block: Block, known: Readonly<Record<string, LanguageBlock>>, place: string): void {
      if (block.type === 'dynamic') return;
      const schema = Object.hasOwn(known, block.type) ? known[block.type] : undefined;
      if (!schema) {
        reportUnknown(block, Object.keys(known), place);
        return;
      }
      checkLabels(block, schema.labels?.length ?? 0);
      if (!ownBlocks.has(block.type)) return;
      for (const inner of block.body.blocks) check(inner, schema.blocks, `in ${block.type}`);
    }

    function checkLabels(block: Block, expected: number): void {
      const { type, labels } = block;
      if (labels.length === expected) return;
      const data = { type, expected: counted(expected), found: counted(labels.length) };
      report({ at: startOf(block), message: 'labels', data });
    }

    function reportUnknown(block: Block, known: readonly string[], place: string): void {
      const { type } = block;
      const at = startOf(block);
      const meant = nearTo(type, known);
      if (place === topLevel && terraformBlocks.has(type)) {
        report({ at, message: 'terraform', data: { type } });
      } else if (meant === undefined) {
        report({ at, message: 'unknown', data: { type, place, known: known.toSorted().join(', ') } });
      } else {
        const fix = isJson(block.range)
          ? []
          : [{ range: within(block.range, 0, type.length), newText: meant }];
        report({ at, message: 'meant', data: { type, place, meant }, fix });
      }
    }

    return {
      template() {
        if (isLegacy(template)) return;
        for (const block of template.blocks.filter(isWhole)) check(block, languageBlocks(), topLevel);
      },
    };
  },
});

const topLevel = 'at the top of a template';

/** Blocks whose nested blocks are Packer's own; those of components are up to their plugins. */
const ownBlocks: ReadonlySet<string> = new Set([
  'packer',
  'variable',
  'locals',
  'local',
  'build',
  'post-processors',
]);

function counted(count: number): string {
  if (count === 0) return 'no label';
  return count === 1 ? 'one label' : `${count} labels`;
}
