import { attempt, evaluate, pairsOf, type Scope, withNames } from '../evaluate/index.ts';
import type { Block, TemplateError } from '../model.ts';
import type { SyntaxBlock } from '../syntax/document.ts';
import { anything, isKeyed, isSequence, object, secretIf, type Typed, typeText } from '../values/index.ts';
import { evaluateBody, syntaxAttribute } from './evaluate-body.ts';
import { refusalError } from './refusal-error.ts';

/** Nested blocks with their values. A `dynamic` block says which blocks it makes, as soon as that is known. */
export function evaluateBlocks(
  blocks: readonly SyntaxBlock[],
  scope: Scope,
  errors: TemplateError[] | undefined,
): readonly Block[] {
  return blocks.map((block) => {
    const [type] = block.labels;
    return block.type === 'dynamic' && type !== undefined
      ? expand({ block, type, scope, errors })
      : { ...block, body: evaluateBody(block.body, scope, errors) };
  });
}

interface Dynamic {
  readonly block: SyntaxBlock;
  readonly type: string;
  readonly scope: Scope;
  readonly errors: TemplateError[] | undefined;
}

/** More blocks than any component takes are not written out. */
const mostBlocks = 1000;

function expand(dynamic: Dynamic): Block {
  const { block, type, scope, errors } = dynamic;
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  const rounds = roundsOf(dynamic);
  const written = unexpanded(dynamic);
  if (!content || !rounds || rounds.length > mostBlocks) return written;
  const makes = rounds.map((names) => {
    const inner = withNames(scope, names);
    const body = evaluateBody(content.body, inner, errors);
    return { type, labels: labelsOf(block, inner), body, range: block.range };
  });
  return { ...written, makes };
}

type Names = readonly (readonly [string, Typed])[];

/** What the iterator is in each round; undefined when only Packer knows. */
function roundsOf({ block, type, scope, errors }: Dynamic): readonly Names[] | undefined {
  const each = syntaxAttribute(block.body, 'for_each');
  if (!each) return undefined;
  const { value, refusal } = attempt(each.expression, scope);
  if (refusal) errors?.push(refusalError(refusal, each.valueRange));
  if (value.data === undefined) return undefined;
  if (value.data === null || (!isKeyed(value.type) && !isSequence(value.type))) {
    const found = value.data === null ? 'null' : typeText(value.type);
    const message = `for_each must be a list, set or map, and this is ${found}.`;
    errors?.push({ kind: 'type', message, range: each.valueRange });
    return undefined;
  }
  const name = iteratorName(block, type);
  return pairsOf(value).map(([key, item]) => [
    [
      name,
      object([
        ['key', key],
        ['value', secretIf(value.secret, item)],
      ]),
    ],
  ]);
}

function iteratorName({ body }: SyntaxBlock, type: string): string {
  const iterator = syntaxAttribute(body, 'iterator')?.expression;
  return iterator?.kind === 'name' ? iterator.name : type;
}

function labelsOf({ body }: SyntaxBlock, scope: Scope): readonly string[] {
  const written = syntaxAttribute(body, 'labels');
  const value = written && evaluate(written.expression, scope);
  if (!value || value.state === 'unknown' || !Array.isArray(value.value)) return [];
  return value.value.map(String);
}

function unexpanded({ block, type, scope }: Dynamic): Block {
  const inner = withNames(scope, [[iteratorName(block, type), anything]]);
  return { ...block, body: evaluateBody(block.body, inner) };
}
