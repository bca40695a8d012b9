import { evaluate, type Scope } from '../evaluate/index.ts';
import type { Attribute, Body } from '../model.ts';
import type { SyntaxAttribute, SyntaxBody } from '../syntax/document.ts';
import type { Value } from '../value.ts';

const evaluated = new WeakMap<Scope, WeakMap<SyntaxBody, Body>>();

/** A body with the value of every attribute, made once; nested and `dynamic` blocks stay blocks. */
export function evaluateBody(body: SyntaxBody, scope: Scope): Body {
  const known = evaluated.get(scope) ?? new WeakMap<SyntaxBody, Body>();
  evaluated.set(scope, known);
  const found = known.get(body) ?? makeBody(body, scope);
  known.set(body, found);
  return found;
}

function makeBody(body: SyntaxBody, scope: Scope): Body {
  return {
    attributes: body.attributes.map((attribute) => evaluateAttribute(attribute, scope)),
    blocks: body.blocks.map((block) => ({ ...block, body: evaluateBody(block.body, scope) })),
    range: body.range,
  };
}

function evaluateAttribute(attribute: SyntaxAttribute, scope: Scope): Attribute {
  return { ...attribute, value: evaluate(attribute.expression, scope) };
}

/** The last attribute of that name, as written. */
export function syntaxAttribute(body: SyntaxBody, name: string): SyntaxAttribute | undefined {
  return body.attributes.findLast((attribute) => attribute.name === name);
}

/** The value of an attribute, unknown when there is none. */
export function syntaxValue(body: SyntaxBody, name: string, scope: Scope): Value {
  const attribute = syntaxAttribute(body, name);
  return attribute ? evaluate(attribute.expression, scope) : { state: 'unknown' };
}

/** The text of an attribute that is known to be a string. */
export function syntaxText(body: SyntaxBody, name: string, scope: Scope): string | undefined {
  const value = syntaxValue(body, name, scope);
  return value.state !== 'unknown' && typeof value.value === 'string' ? value.value : undefined;
}
