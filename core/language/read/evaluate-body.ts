import { attempt, evaluate, plainValue, type Scope } from '../evaluate/index.ts';
import type { Attribute, Body, TemplateError } from '../model.ts';
import type { SyntaxAttribute, SyntaxBody } from '../syntax/document.ts';
import type { Value } from '../value.ts';
import { evaluateBlocks } from './dynamic-blocks.ts';
import { refusalError } from './refusal-error.ts';

const evaluated = new WeakMap<Scope, WeakMap<SyntaxBody, Body>>();

/** A body with the value of every attribute, made once; `errors` collects what Packer would refuse in it. */
export function evaluateBody(body: SyntaxBody, scope: Scope, errors?: TemplateError[]): Body {
  const known = evaluated.get(scope) ?? new WeakMap<SyntaxBody, Body>();
  evaluated.set(scope, known);
  const found = known.get(body) ?? makeBody(body, scope, errors);
  known.set(body, found);
  return found;
}

function makeBody(body: SyntaxBody, scope: Scope, errors: TemplateError[] | undefined): Body {
  return {
    attributes: body.attributes.map((attribute) => evaluateAttribute(attribute, scope, errors)),
    blocks: evaluateBlocks(body.blocks, scope, errors),
    range: body.range,
  };
}

function evaluateAttribute(
  attribute: SyntaxAttribute,
  scope: Scope,
  errors: TemplateError[] | undefined,
): Attribute {
  const { value, refusal } = attempt(attribute.expression, scope);
  if (refusal) errors?.push(refusalError(refusal, attribute.valueRange));
  return { ...attribute, value: plainValue(value) };
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
