/** Whether a name fits a pattern of Packer's `-only`: `*` stands for any text, `?` for one character. */
export function fitsPattern(name: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(name);
}
