/** A source of a type with these lines in it, the first of them on line 2, indented by two. */
export function inSource(type: string, ...lines: readonly string[]): string {
  return [`source "${type}" "x" {`, ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}

/** A finding whose message and sub-code have the same name. */
export function found<More extends object>(at: string, id: string, more?: More) {
  return { at, message: id, sub: id, ...more };
}
