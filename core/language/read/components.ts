import type { Scope } from '../evaluate/index.ts';
import type { Component, TemplateError } from '../model.ts';
import type { SyntaxBlock, SyntaxBody } from '../syntax/document.ts';
import { evaluateBody, syntaxText, syntaxValue } from './evaluate-body.ts';

/** Provisioners or post-processors, in the order in which they run. */
export function readComponents(
  blocks: readonly SyntaxBlock[],
  kinds: readonly string[],
  { scope, errors }: { readonly scope: Scope; readonly errors: TemplateError[] | undefined },
): readonly Component[] {
  return blocks.flatMap(({ type: kind, labels, body, range }): readonly Component[] => {
    const [type] = labels;
    if (!kinds.includes(kind) || type === undefined) return [];
    return [
      {
        type,
        name: syntaxText(body, 'name', scope),
        only: names(body, 'only', scope),
        except: names(body, 'except', scope),
        body: evaluateBody(body, scope, errors),
        range,
      },
    ];
  });
}

function names(body: SyntaxBody, attribute: string, scope: Scope): readonly string[] {
  const value = syntaxValue(body, attribute, scope);
  if (value.state === 'unknown' || !Array.isArray(value.value)) return [];
  return value.value.filter((entry: unknown) => typeof entry === 'string');
}
