import {
  attributeOf,
  type Block,
  blocksOf,
  defineRule,
  isJson,
  nameRange,
  startOf,
} from 'packer-hybrid/rules';
import { textOf } from '../_shared/settings.ts';

const type = 'hcp_packer_registry';
const doubtful = { severity: 'low', confidence: 0.5 } as const;

export default defineRule({
  id: 'architecture/hcp-registry-deprecated-or-invalid',
  meta: {
    summary:
      'The registry of HCP Packer is declared where it should no longer be, or in a way that is refused.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.88,
    remedy:
      'Declare one hcp_packer_registry at the top of the template, with bucket_labels and a valid bucket name.',
    example: 'hcp_packer_registry {\n  bucket_name = "ubuntu-base-image"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    'in-build':
      'Since Packer 1.12.1 "hcp_packer_registry" belongs at the top of a template; inside a build it is deprecated.',
    several: 'There is more than one "hcp_packer_registry", and Packer refuses that.',
    'bucket-name': '"{name}" is no name for a bucket: 3 to 36 letters, digits and hyphens are.',
    description: 'The description has {count} characters, and HCP takes 255.',
    labels: '"labels" is deprecated and is called "bucket_labels".',
    'labels-twice': '"labels" stands beside "bucket_labels", which replaced it.',
  },
  subs: {
    'in-build': 'The registry stands inside a build.',
    several: 'There are several registries.',
    'bucket-name': 'A name that HCP refuses.',
    description: 'A description that is too long.',
    labels: 'The old name of bucket_labels.',
    'labels-twice': 'The old and the new name together.',
  },
  create({ report }) {
    function checkBody({ body }: Block): void {
      const name = textOf(body, 'bucket_name');
      const at = attributeOf(body, 'bucket_name')?.valueRange;
      if (at && name !== undefined && !/^[a-zA-Z0-9-]{3,36}$/.test(name))
        report({ at, message: 'bucket-name', sub: 'bucket-name', data: { name } });
      const description = attributeOf(body, 'description');
      const count = textOf(body, 'description')?.length ?? 0;
      if (description && count > 255)
        report({ at: description, message: 'description', sub: 'description', data: { count } });
      checkLabels(body);
    }

    function checkLabels(body: Block['body']): void {
      const labels = attributeOf(body, 'labels');
      const isBoth = attributeOf(body, 'bucket_labels') || blocksOf(body, 'bucket_labels').length > 0;
      if (!labels) return;
      const at = nameRange(labels);
      if (isBoth) report({ at, message: 'labels-twice', sub: 'labels-twice' });
      else
        report({
          at,
          message: 'labels',
          sub: 'labels',
          fix: isJson(at) ? [] : [{ range: at, newText: 'bucket_labels' }],
        });
    }

    return {
      template({ blocks }) {
        const { top, nested, dynamic } = registriesIn(blocks);
        for (const block of nested) report({ at: startOf(block), message: 'in-build', sub: 'in-build' });
        // At the top nothing is dynamic: there is no other place for a registry that a variable switches.
        for (const block of dynamic)
          report({ at: startOf(block), message: 'in-build', sub: 'in-build', ...doubtful });
        for (const block of [...top, ...nested].slice(1))
          report({ at: startOf(block), message: 'several', sub: 'several' });
        const contents = dynamic.flatMap(({ body }) => blocksOf(body, 'content'));
        for (const block of [...top, ...nested, ...contents]) checkBody(block);
      },
    };
  },
});

/** Registries at the top, inside builds, and those that a build makes with `dynamic`. */
function registriesIn(blocks: readonly Block[]) {
  const bodies = blocks.filter((block) => block.type === 'build').map(({ body }) => body);
  return {
    top: blocks.filter((block) => block.type === type),
    nested: bodies.flatMap((body) => blocksOf(body, type)),
    dynamic: bodies.flatMap((body) => blocksOf(body, 'dynamic')).filter(({ labels }) => labels[0] === type),
  };
}
