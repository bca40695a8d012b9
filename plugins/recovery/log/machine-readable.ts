import type { LogLine } from './log-line.ts';

const record = /^\d{9,},([^,]*),([\w-]+),?(.*)$/;
const uiRecord = /^(?:say|message|error|ask),/;

/** A line of `-machine-readable` output as the lines that it stands for; undefined for any other line. */
export function readMachineReadable(
  line: string,
  readShown: (line: string) => readonly LogLine[],
): readonly LogLine[] | undefined {
  const [, target = '', type, data = ''] = record.exec(line) ?? [];
  if (type === undefined) return undefined;
  const owner = target === '' ? {} : { target };
  if (type === 'error') {
    return textOf(data).map((text) => ({ text, kind: 'verdict', ...owner }));
  }
  if (type === 'artifact' && !data.startsWith('0,builder-id,null'))
    return [{ text: '--> artifact', kind: 'summary', ...owner }];
  if (type !== 'ui') return [];
  const isMarked = uiRecord.test(data);
  return textOf(isMarked ? data.replace(uiRecord, '') : data)
    .flatMap(readShown)
    .map((shown) => (shown.target === undefined ? { ...shown, ...owner } : shown));
}

function textOf(data: string): readonly string[] {
  return data
    .replaceAll('%!(PACKER_COMMA)', ',')
    .split(/\\n|\\r/)
    .map((text) => text.replace(/\\t/g, '\t'));
}
