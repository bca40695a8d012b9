/** One labelled log. */
export interface Case {
  readonly cause: string;
  readonly retryable: boolean;
  readonly log: string;
}

/**
 * The cases of a file: `### <cause>` begins one; `!not-retryable` and `!retryable` behind it say that this case differs from
 * what holds for its cause.
 */
export function readCases(
  text: string,
  causes: Readonly<Record<string, { readonly retryable: boolean }>>,
): readonly Case[] {
  return text.split(/^### /m).flatMap((part) => {
    const [head = '', ...lines] = part.trimEnd().split('\n');
    const [cause = '', mark] = head.split(' !');
    if (cause === '') return [];
    const retryable = mark === undefined ? (causes[cause]?.retryable ?? false) : mark === 'retryable';
    return [{ cause, retryable, log: lines.join('\n') }];
  });
}
