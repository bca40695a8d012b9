import { type Expression, evaluate, type Placed, scopeOf, type Template } from 'packer-hybrid/rules';
import { usesIn } from '../_shared/scoped-expressions.ts';
import { referenced } from '../_shared/shape.ts';

export interface TemplateFileCall {
  readonly path: string;
  /** What it is given, where that is written out in the call. */
  readonly entries: readonly {
    readonly key: string;
    readonly at: Placed;
    readonly isSecret: boolean;
  }[];
}

/** Calls whose file is known, and whose values serve this call alone. */
export function templateFileCalls(template: Template): readonly TemplateFileCall[] {
  return usesIn(template).flatMap(({ expression }): readonly TemplateFileCall[] => {
    if (expression.kind !== 'call' || expression.name !== 'templatefile') return [];
    const [path, given] = expression.args;
    const value = path && evaluate(path, scopeOf(template));
    if (value?.state !== 'known' || typeof value.value !== 'string' || given?.kind !== 'object') return [];
    return [{ path: absolute(template, value.value), entries: entriesOf(template, given) }];
  });
}

/** Such functions count from the folder of the template. */
function absolute({ root }: Template, path: string): string {
  return path.startsWith('/') ? path : `${root}/${path}`;
}

function entriesOf(template: Template, { entries }: Extract<Expression, { kind: 'object' }>) {
  return entries.flatMap(({ key, value }) => {
    if (key.kind !== 'literal' || key.value === null) return [];
    const name = referenced(value, 'var');
    const isSecret = template.variables.some((variable) => variable.name === name && variable.sensitive);
    return [{ key: String(key.value), at: key, isSecret }];
  });
}
