import {
  attributeOf,
  type Block,
  defineRule,
  isJson,
  startOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { buildBlocks } from '../_shared/listed-sources.ts';
import { placeAt, textIn } from '../_shared/place-at.ts';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/empty-or-missing-build',
  meta: {
    summary:
      'There are sources and no build, a build without sources, or one with several cleanups after errors.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Give the template a build that names its sources.',
    example: 'build {\n  sources = ["source.null.x"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    missing: 'The template has sources and no build: nothing is made of it.',
    empty: 'This build names no source, and Packer refuses it.',
    cleanups: 'A build has one error-cleanup-provisioner at most, and this is another one.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    return {
      template() {
        const builds = buildBlocks(template);
        const [first] = template.sources;
        if (first && builds.length === 0) report({ at: startOf(first), message: 'missing' });
        for (const build of builds) {
          if (isEmpty(build)) {
            report({ at: startOf(build), message: 'empty', fix: withSource(template, build) });
          }
          for (const again of build.body.blocks.filter(({ type }) => type === cleanup).slice(1)) {
            report({ at: startOf(again), message: 'cleanups' });
          }
        }
      },
    };
  },
});

const cleanup = 'error-cleanup-provisioner';

function isEmpty({ body }: Block): boolean {
  const hasBlock = body.blocks.some(
    ({ type, labels }) => type === 'source' || (type === 'dynamic' && labels[0] === 'source'),
  );
  const list = attributeOf(body, 'sources')?.expression;
  return !hasBlock && (!list || (list.kind === 'list' && list.items.length === 0));
}

/** Where there is one source only, it is the one that was meant. */
function withSource(template: Template, { range, body }: Block): readonly TextEdit[] {
  const [first, ...others] = template.sources;
  if (!first || others.length > 0 || isJson(range) || attributeOf(body, 'sources')) return [];
  const brace = textIn(template, range).indexOf('{');
  const at = placeAt(template, range, [brace + 1, 0]);
  return [{ range: at, newText: `\n  sources = ["source.${first.type}.${first.name}"]` }];
}
