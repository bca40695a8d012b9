import type { LogLine } from './log-line.ts';
import { readMachineReadable } from './machine-readable.ts';
import { stripPrefix } from './strip-prefix.ts';

const ownHead = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] (?:debug|info|warn|error) (\S+) /;
/** The time and who said it; a plugin's own line has both once more. */
const logHead =
  /^(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:(?:\S*packer\S*(?: plugin)?|\[?\S+\]?\.exe): (?=\S|\t))?)+/;
const logUi = /^ui(?: error)?: ?/;
const shown = /^ {0,4}(?:==>|-->| {4}) ([^\s:]+)(?: \([^)]*\))?: ?/;
const indented = /^ {4}([^\s:]+)(?: \([^)]*\))?: ?/;
const bare =
  /^((?:[\w-]+\.)*(?:qemu|proxmox|azure-arm|vsphere|(?:amazon|googlecompute|openstack|docker|hyperv|virtualbox|vmware|parallels|vsphere|proxmox|azure|xenserver)(?:-\w+)?)(?:\.[\w-]+)?): /;
const verdict = /^\s*Build '(.+?)' (?:errored|error)(?: after [^:]+)?: ?/;
const finish = /^\s*Build '(.+?)' finished/;

/** Lines that end a build, and words of such records in machine-readable output. */
export const endMarks: readonly RegExp[] = [verdict, finish];
export const endWords: readonly string[] = [',error,', ',artifact,', '==> wait completed'];

/** Says who a line is from and what it says; a record of machine-readable output may stand for several lines. */
export function readLogLine(raw: string): readonly LogLine[] {
  const [head, component] = ownHead.exec(raw) ?? [];
  if (head !== undefined && component !== undefined) {
    const owner = component === 'packer' ? {} : { target: component };
    return readText(raw.slice(head.length)).map((line) => ({ ...owner, ...line }));
  }
  return readText(stripPrefix(raw));
}

function readText(text: string): readonly LogLine[] {
  const records = /^\d{9,},/.test(text) ? readMachineReadable(text, (line) => [readShown(line)]) : undefined;
  if (records) return records;
  const [log] = logHead.exec(text) ?? [];
  if (log === undefined) return [readShown(text.replace(logUi, ''))];
  const said = text.slice(log.length);
  if (logUi.test(said)) return [readShown(said.replace(logUi, ''))];
  return [{ text: said, kind: 'log' }];
}

function readShown(line: string): LogLine {
  const [reason, failed] = verdict.exec(line) ?? [];
  if (reason !== undefined && failed !== undefined) {
    return { text: line.slice(reason.length), kind: 'verdict', target: failed };
  }
  const done = finish.exec(line)?.[1];
  if (done !== undefined) return { text: line, kind: 'finish', target: done };
  const [speaker, target] = shown.exec(line) ?? indented.exec(line) ?? bare.exec(line) ?? [];
  if (speaker === undefined || target === undefined) return { text: line.trimStart(), kind: 'plain' };
  const kind = speaker.trimStart().startsWith('-->') ? 'summary' : 'ui';
  return { text: line.slice(speaker.length), kind, target };
}
