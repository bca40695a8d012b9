import { stripVTControlCharacters } from 'node:util';

const logHead = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] (?:debug|info|warn|error) \S+ /;
const packerTime = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d): /;
const speaker = /^(?:==>| {3}) [^\s:]+(?: \([^)]*\))?: ?/;
const verdict = /^Build '.+?' errored(?: after [^:]+)?: /;
const summary = /^--> [^\s:]+: /;

/** What one line of a build's log says, and who says it. */
export interface LogText {
  readonly text: string;
  /** Whether the line begins Packer's own reason for the failure. */
  readonly isVerdict: boolean;
  /** Whether it is output of a build, rather than Packer talking about builds. */
  readonly isOutput: boolean;
}

/** Takes off what stands before the words: our log's head, Packer's time, arrow and build name. */
export function readLogText(line: string): LogText {
  const said = stripVTControlCharacters(line).replace(logHead, '').replace(packerTime, '');
  if (verdict.test(said)) return { text: said.replace(verdict, ''), isVerdict: true, isOutput: false };
  const text = said.replace(speaker, '');
  return { text: text.replace(summary, ''), isVerdict: false, isOutput: text !== said };
}
