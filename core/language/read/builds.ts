import { attempt, plainValue, type Scope } from '../evaluate/index.ts';
import type { Build, SourceUse, TemplateError } from '../model.ts';
import type { SyntaxAttribute, SyntaxBlock } from '../syntax/document.ts';
import { readComponents } from './components.ts';
import { evaluateBody, syntaxText } from './evaluate-body.ts';
import { labelsOf } from './labels.ts';
import { refusalError } from './refusal-error.ts';
import { parseSourceReference, sourceReferenceText } from './source-reference.ts';

/** One `build` block with the sources that it uses and what it runs. */
export function readBuild({ body, range }: SyntaxBlock, scope: Scope, errors?: TemplateError[]): Build {
  const listed = body.attributes.filter(({ name }) => name === 'sources');
  const sources = [
    ...listed.flatMap((attribute) => listedSources(attribute, scope, errors)),
    ...body.blocks
      .filter(({ type }) => type === 'source')
      .flatMap((block) => sourceBlock(block, scope, errors)),
  ];
  // Packer does not look into a build that builds nothing.
  const found = sources.length > 0 ? errors : undefined;
  return {
    name: syntaxText(body, 'name', scope) || undefined,
    sources,
    provisioners: readComponents(body.blocks, provisionerKinds, { scope, errors: found }),
    postProcessors: readComponents(
      body.blocks.flatMap((block) => (block.type === 'post-processors' ? block.body.blocks : [block])),
      ['post-processor'],
      { scope, errors: found },
    ),
    range,
  };
}

const provisionerKinds: readonly string[] = ['provisioner', 'error-cleanup-provisioner'];

function listedSources(
  { expression }: SyntaxAttribute,
  scope: Scope,
  errors: TemplateError[] | undefined,
): readonly SourceUse[] {
  if (expression.kind === 'list') {
    return expression.items.flatMap((item) => useOf(sourceReferenceText(item, scope, errors), item.range));
  }
  const { value: typed, refusal } = attempt(expression, scope);
  if (refusal) errors?.push(refusalError(refusal, expression.range));
  const value = plainValue(typed);
  const entries: readonly unknown[] =
    value.state !== 'unknown' && Array.isArray(value.value) ? value.value : [];
  return entries.flatMap((entry) => useOf(typeof entry === 'string' ? entry : undefined, expression.range));
}

/** What is no reference at all keeps its text as the name, so that it is reported as undeclared. */
function useOf(text: string | undefined, range: SourceUse['range']): readonly SourceUse[] {
  if (text === undefined) return [];
  const reference = parseSourceReference(text) ?? { type: '', name: text };
  return [{ ...reference, alias: reference.name, body: { attributes: [], blocks: [], range }, range }];
}

function sourceBlock(
  block: SyntaxBlock,
  scope: Scope,
  errors: TemplateError[] | undefined,
): readonly SourceUse[] {
  const [first = '', second] = labelsOf(block, scope);
  // Names of legacy builders may hold dots: they come apart already.
  const reference = second === undefined ? parseSourceReference(first) : { type: first, name: second };
  const { type, name } = reference ?? { type: '', name: first };
  const alias = syntaxText(block.body, 'name', scope) || name;
  const body = {
    ...block.body,
    attributes: block.body.attributes.filter((attribute) => attribute.name !== 'name'),
  };
  return [{ type, name, alias, body: evaluateBody(body, scope, errors), range: block.range }];
}
