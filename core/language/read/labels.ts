import { evaluate, type Scope } from '../evaluate/index.ts';
import type { SyntaxBlock } from '../syntax/document.ts';

/** The labels of a block as Packer sees them; a name that cannot be told stays as it is written. */
export function labelsOf({ labels, name }: SyntaxBlock, scope: Scope): readonly string[] {
  const value = name && evaluate(name, scope);
  const text =
    value && value.state !== 'unknown' && typeof value.value === 'string' ? value.value : undefined;
  return text === undefined ? labels : [...labels.slice(0, -1), text];
}
