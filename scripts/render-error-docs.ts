import { errorCatalogue } from '../core/errors/index.ts';

interface Definition {
  readonly exitCode: number;
  readonly summary: (context: never) => string;
  readonly remedy: (context: never) => string;
}

/** What the exit codes of the catalogue stand for. */
const meanings: Readonly<Record<number, string>> = {
  1: 'a finding, a usage or configuration error, or a failure that nobody understands',
  2: 'infrastructure or another transient failure: trying again can help',
  3: 'a violation of security or retention: never retried',
  130: 'interrupted',
};

/** `docs/errors.md`: every code with its exit code, what it says and what it advises. */
export function renderErrorDocs(): string {
  const entries = (Object.entries(errorCatalogue) as [string, Definition][]).flatMap(section);
  return [
    '# Errors',
    '',
    'Every failure of packer-hybrid has a permanent code: codes are never renamed and never used again for something else.',
    'Words in `{…}` stand for what the message names when it is shown. This page is generated from the catalogue in',
    '`core/errors/catalogue`: after a change there, run `npx jiti scripts/generate-docs.ts`.',
    '',
    '## Exit codes',
    '',
    '- 0: success',
    ...Object.entries(meanings).map(([code, meaning]) => `- ${code}: ${meaning}`),
    '',
    'Of several targets the worst one decides: 130, 3, 1, 2, 0.',
    '',
    '## Codes',
    ...entries,
    '',
  ].join('\n');
}

function section([code, { exitCode, summary, remedy }]: [string, Definition]): readonly string[] {
  const text = [`- What happened: ${sentence(summary)}`, `- What to do: ${sentence(remedy)}`];
  return ['', `### ${code}`, '', ...text, `- Exit code: ${exitCode}`];
}

/** A message with placeholders instead of values. */
function sentence(text: (context: never) => string): string {
  const words = String(text(placeholder('…') as never));
  return escaped(words.replaceAll(/\s+/g, ' ').trim());
}

/** Stands for any value of a context: a text, a number, a list of one, or an object, each shown as `{name}`. */
function placeholder(name: string): unknown {
  const shown = `{${name}}`;
  const target: unknown[] = [];
  return new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive || key === 'toString') return () => shown;
      if (key === Symbol.iterator) return () => [placeholder(name)][Symbol.iterator]();
      if (key === 'length') return 1;
      if (key === 'join') return () => shown;
      if (key === '0') return shown;
      if (key in Array.prototype) return arrayMethod([placeholder(name)], key);
      return placeholder(String(key));
    },
  });
}

function arrayMethod(list: readonly unknown[], key: string | symbol): unknown {
  const method: unknown = Reflect.get(list, key);
  return typeof method === 'function' ? method.bind(list) : method;
}

/** Keeps `<stage>` and `*.hcl` outside code from being read as markup. */
function escaped(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;').replaceAll('*', '\\*') : part))
    .join('`');
}
