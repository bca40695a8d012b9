import { resolve } from 'node:path';
import { type Expression, evaluate, fileOf, scopeOf, sourceText } from 'packer-hybrid/rules';
import type { AnswerFile, FileReading } from './answer-files.ts';
import { itemsOf } from './literals.ts';
import { referenceOf } from './references.ts';

type ContentText = Omit<AnswerFile, 'via'>;

/** An entry of the map, with the locals that led to it. */
interface Entry {
  readonly name: string;
  readonly expression: Expression;
  readonly seen: readonly string[];
}

/** The texts in a map such as `http_content`; what `templatefile` and `file` read is read from the files. */
export function contentTexts(reading: FileReading, expression: Expression): readonly ContentText[] {
  return itemsOf(reading.template, expression).flatMap(({ key = '', value }) =>
    textsFrom(reading, { name: key, expression: value, seen: [] }),
  );
}

function textsFrom(reading: FileReading, entry: Entry): readonly ContentText[] {
  const { expression, seen } = entry;
  if (expression.kind === 'call') return calledText(reading, entry, expression);
  if (expression.kind === 'conditional') {
    return [expression.yes, expression.no].flatMap((part) =>
      textsFrom(reading, { ...entry, expression: part }),
    );
  }
  const reference = referenceOf(expression);
  if (reference?.root !== 'local' || seen.includes(reference.name)) return writtenContent(reading, entry);
  const local = reading.template.locals.find((one) => one.name === reference.name);
  return local
    ? textsFrom(reading, { ...entry, expression: local.expression, seen: [...seen, reference.name] })
    : [];
}

function calledText(
  reading: FileReading,
  entry: Entry,
  { name: called, args }: Extract<Expression, { kind: 'call' }>,
): readonly ContentText[] {
  const [first] = args;
  if (!first || !/^(templatefile|file|yamlencode|base64encode|base64gzip)$/.test(called)) return [];
  if (called !== 'templatefile' && called !== 'file')
    return textsFrom(reading, { ...entry, expression: first });
  const path = evaluate(first, scopeOf(reading.template));
  if (path.state === 'unknown' || typeof path.value !== 'string') return [];
  const file = reading.readFile(resolve(reading.template.root, path.value));
  return file ? [{ name: file.path, text: file.text, at: sourceText(file.path, file.text).range }] : [];
}

/** Text in the template itself: its places are found again in what is written there. */
function writtenContent({ template }: FileReading, { name, expression }: Entry): readonly ContentText[] {
  const text = shownText(expression);
  const file = fileOf(template, expression.range);
  if (text === undefined || !file) return [];
  const { start, end } = expression.range;
  const places = sourceText(file.path, file.text).range;
  const written = file.text.slice(start.offset, end.offset);
  return [
    {
      name,
      text,
      at: (from, to) => {
        const found = written.indexOf(text.slice(from, to));
        return found === -1
          ? expression.range
          : places(start.offset + found, start.offset + found + to - from);
      },
    },
  ];
}

/** What is not a literal becomes `$hidden`, which no rule takes for a text. */
function shownText(expression: Expression): string | undefined {
  if (expression.kind === 'literal')
    return typeof expression.value === 'string' ? expression.value : undefined;
  if (expression.kind !== 'template') return undefined;
  return expression.parts.map((part) => (part.kind === 'literal' ? String(part.value) : '$hidden')).join('');
}
