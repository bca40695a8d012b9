import type { Command } from 'packer-hybrid/rules';

/** Whether a command removes that path, by its name, a pattern, or a folder above it. */
export function cleans({ name, words, text }: Command, path: string): boolean {
  const wanted = fold(path);
  if (name === 'find') {
    return (
      words.some((word) => word === '-delete' || word === 'rm') &&
      words.slice(1).some((word) => wanted.startsWith(`${fold(word)}/`))
    );
  }
  if (!/^(rm|shred|del|rd|rmdir|remove-item|ri|erase|sdelete)$/.test(name)) return false;
  if (/\$env:TEMP|%TEMP%/i.test(text) && /temp/.test(wanted)) return true;
  return words.slice(1).some((word) => covers(fold(word), wanted));
}

/** One way of writing a path: Windows takes both slashes and any case. */
function fold(path: string): string {
  return path.replaceAll('\\', '/').replaceAll(/\/+/g, '/').replace(/\/$/, '').toLowerCase();
}

function covers(word: string, path: string): boolean {
  if (word === path || path.startsWith(`${word}/`)) return true;
  if (!word.includes('*')) return false;
  const before = word.slice(0, word.indexOf('*'));
  return before.length > 1 && path.startsWith(before);
}
