import type { Attribute, Expression } from 'packer-hybrid/rules';

export interface KnownPieces {
  /** The name, with an `x` for each part that only a build knows; undefined when nothing is known or all is secret. */
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

/** What is known of a name: all of it, or the texts around what is not. */
export function knownPieces({ value, expression }: Attribute): KnownPieces {
  if (value.state === 'sensitive') return { text: undefined, isWhole: false };
  if (value.state === 'known') {
    if (typeof value.value !== 'string' || value.value === '') return { text: undefined, isWhole: false };
    const text = value.value.replaceAll(/\{\{[^}]*\}\}/g, 'x');
    return { text, isWhole: text === value.value };
  }
  if (expression.kind !== 'template') return { text: undefined, isWhole: false };
  return { text: expression.parts.map(pieceOf).join(''), isWhole: false };
}

function pieceOf(part: Expression): string {
  return part.kind === 'literal' ? String(part.value).replaceAll(/\{\{[^}]*\}\}/g, 'x') : 'x';
}
