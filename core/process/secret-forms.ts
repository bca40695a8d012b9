import { base64Forms } from './base64-forms.ts';
import { jsonForms, quotedForms, urlForms } from './secret-encodings.ts';

/** Shorter values are not masked: one letter as a secret would destroy every log. */
export const shortestSecret = 4;
/** Shorter lines of a secret with several lines are too common to be masked on their own. */
const shortestLine = 8;
const armour = /^-----(BEGIN|END) [A-Z0-9 ]+-----$/;

/** Programs print a key line by line, so every long line of it is a secret of its own. */
function linesOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  return lines.length < 2 ? [] : lines.filter((line) => line.length >= shortestLine && !armour.test(line));
}

/** Every way in which a secret may show up in the output of a program. */
export function formsOf(secret: string): readonly string[] {
  const values = [...new Set([secret, secret.trim()])].filter((value) => value.length >= shortestSecret);
  return values.flatMap((value) => [
    value,
    ...linesOf(value),
    ...quotedForms(value),
    ...jsonForms(value),
    ...urlForms(value),
    ...base64Forms(value),
  ]);
}
