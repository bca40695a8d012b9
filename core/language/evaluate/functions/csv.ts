import { list, object, stringType, type Type, text } from '../../values/index.ts';
import { anyType, type FunctionSpec, param, refuse, textOf } from './spec.ts';

export const csv: Readonly<Record<string, FunctionSpec>> = {
  csvdecode: {
    params: [param('str', stringType)],
    returns: anyType,
    compute: ([str]) => {
      const [header, ...rows] = recordsOf(textOf(str));
      if (!header) throw refuse('the header line is missing');
      if (new Set(header).size < header.length) throw refuse('two columns have the same name');
      if (rows.some((row) => row.length !== header.length))
        throw refuse('a line has more or fewer fields than the header');
      const names = header.map((name) => name.normalize('NFC'));
      const type: Type = {
        kind: 'object',
        attributes: new Map(names.toSorted().map((name) => [name, stringType])),
      };
      return list(
        rows.map((row) => object(row.map((field, index) => [names[index] ?? '', text(field)] as const))),
        type,
      );
    },
  },
};

const quotedField = /"((?:[^"]|"")*)"(,|\r?\n|$)/y;
const plainField = /([^",\n]*)(,|\n|$)/y;

/** Records as Go's reader takes them: empty lines are passed over, and quotation marks stand around whole fields only. */
function recordsOf(source: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  for (let at = 0; at < source.length; ) {
    const empty = /\r?\n/y;
    empty.lastIndex = at;
    if (empty.test(source)) {
      at = empty.lastIndex;
      continue;
    }
    const { fields, end } = recordAt(source, at);
    records.push(fields);
    at = end;
  }
  return records;
}

function recordAt(source: string, start: number): { fields: string[]; end: number } {
  const fields: string[] = [];
  for (let at = start; ; ) {
    const isQuoted = source[at] === '"';
    const pattern = isQuoted ? quotedField : plainField;
    pattern.lastIndex = at;
    const [all, field = '', stop] = pattern.exec(source) ?? [];
    if (all === undefined) throw refuse('a quotation mark stands where none may stand');
    const value = isQuoted ? field.replaceAll('""', '"').replaceAll('\r\n', '\n') : field;
    fields.push(!isQuoted && stop !== ',' ? value.replace(/\r$/, '') : value);
    at += all.length;
    if (stop !== ',') return { fields, end: at };
  }
}
