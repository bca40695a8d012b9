// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs

/** Corrected HCL for what people most often get wrong; the first line that fits. */
const examples: readonly (readonly [message: RegExp, example: string])[] = [
  [/^Expected a value for "([^"]*)"/, '$1 = "value"'],
  [/strings stand in double quotation marks/, 'name = "value"'],
  [/^The string is not closed/, 'name = "value"'],
  [/^The interpolation is not closed/, '"text ${var.name} text"'],
  [/^The heredoc is not closed: expected a line with (\S+) alone/, 'name = <<$1\ntext\n$1'],
  [/^The comment is not closed/, '/* comment */'],
  [/^The block that opens here is never closed/, 'source "type" "name" {\n  name = "value"\n}'],
  [/in the list that starts/, 'name = [\n  "one",\n  "two",\n]'],
  [/in the object that starts|and a value in the object/, 'name = {\n  key = "value"\n}'],
  [/^Expected "=" or "\{" after "([^"]*)"/, '$1 = "value"'],
  [/^Expected a new line after/, 'one = 1\ntwo = 2'],
  [/and the value for the other case/, 'name = condition ? "yes" : "no"'],
  [/^Expected "in"|a name after "for"|":" and a result/, '[for item in list : item]'],
];

/** How it would be right, where one example says more than the message. */
export function exampleFor(message: string): string | undefined {
  for (const [pattern, example] of examples) {
    const match = pattern.exec(message);
    if (match) return example.replaceAll('$1', match[1] ?? 'name');
  }
  return undefined;
}
