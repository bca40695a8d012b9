import { isSpace } from '../../syntax/white-space.ts';

export { trimSpace } from '../../syntax/white-space.ts';

/** Go maps letters one by one: no letter becomes two, and no letter looks at its neighbours. */
export function upper(text: string): string {
  return mapLetters(text, (letter) => letter.toUpperCase());
}
export function lower(text: string): string {
  return mapLetters(text, (letter) => (letter === '\u0130' ? 'i' : letter.toLowerCase()));
}

function mapLetters(text: string, convert: (letter: string) => string): string {
  return Array.from(text, (letter) => {
    const result = convert(letter);
    return Array.from(result).length === 1 ? result : letter;
  }).join('');
}

/** Capitals behind everything that is no letter, digit or underscore. */
export function title(text: string): string {
  let before = ' ';
  return Array.from(text, (letter) => {
    const starts = isSeparator(before);
    before = letter;
    return starts ? upper(letter) : letter;
  }).join('');
}

function isSeparator(character: string): boolean {
  if (character <= '\x7f') return !/[0-9A-Za-z_]/.test(character);
  return !/[\p{L}\p{Nd}]/u.test(character) && isSpace(character);
}
