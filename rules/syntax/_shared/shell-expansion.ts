import { fileOf, type SourceRange, type Template, type TemplateError } from 'packer-hybrid/rules';
import { placeAt, textIn } from './place-at.ts';

export interface ShellExpansion {
  /** From `${` or `%{` on. */
  readonly range: SourceRange;
  readonly text: string;
}

/** What a shell or `date` understands behind `${` and `%{`, and HCL does not. */
const expansion =
  /(?<!\$)\$\{[!#]?(?:\w+|[@*?$!-])(?:(?::?[-+=?]|%%?|##?|\/\/?|\^\^?|,,?|\[[@*]\]|:\d|@[A-Z]).*?)?\}|(?<!%)%\{(?!\s*~?\s*(?:if|else|endif|for|endfor)\b)[^}\n]*\}/g;

/** The shell's own notation in which a syntax error lies; undefined where the error is another one. */
export function shellExpansionAt(template: Template, { range }: TemplateError): ShellExpansion | undefined {
  const file = fileOf(template, range);
  if (file?.syntax !== 'hcl') return undefined;
  if (range.start.line !== range.end.line) return directiveIn(template, range);
  const lineStart = file.text.lastIndexOf('\n', range.start.offset - 1) + 1;
  const lineEnd = file.text.indexOf('\n', lineStart);
  const line = file.text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const at = range.start.offset - lineStart;
  for (const { index, 0: text } of line.matchAll(expansion)) {
    if (index > at || at > index + text.length) continue;
    const start = { line: range.start.line, column: 1, offset: lineStart };
    return { text, range: placeAt(template, { ...range, start }, [index, text.length]) };
  }
  return undefined;
}

const directive = /(?<!%)%\{(?!\s*~?\s*(?:if|else|endif|for|endfor)\b)[^}\n]*\}/;

/** Where a directive is unknown, nothing around it can be read. */
function directiveIn(template: Template, range: SourceRange): ShellExpansion | undefined {
  const found = directive.exec(textIn(template, range));
  if (!found) return undefined;
  const [text] = found;
  return { text, range: placeAt(template, range, [found.index, text.length]) };
}
