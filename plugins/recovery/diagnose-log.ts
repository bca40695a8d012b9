import type { Diagnosis, FailureSignature } from 'packer-hybrid';
import type { Evidence } from './diagnose-evidence.ts';
import { diagnosesOf } from './diagnose-summary.ts';
import { createTargetLines, type TargetLines } from './diagnose-target-lines.ts';
import { isTelling } from './log/line-filter.ts';
import type { LogLine } from './log/log-line.ts';
import { readLogLine } from './log/read-log-line.ts';
import { createTellingLines } from './log/telling-lines.ts';
import { compileSignatures } from './signatures/compile.ts';

/** Longer lines are data, not messages. */
const lineLength = 8_000;

/** What a log comes to. */
export interface LogDiagnosis {
  readonly outcome: 'failed' | 'succeeded' | 'unknown';
  /** The surest first. */
  readonly diagnoses: readonly Diagnosis[];
  /** The lines that say most where no cause is known. */
  readonly telling: readonly Evidence[];
}

/** Takes the lines of a log one by one and knows at any time what they come to. */
export interface LogDiagnoser {
  add(line: string, number: number): void;
  finish(): LogDiagnosis;
}

const failedAtAll =
  /^(?:==> )?(?:Some builds didn't complete successfully|Builds finished but no artifacts were created)|^Error: |\d+ error\(s\) occurred|^Template validation failed|^Failed to (?:initialize|prepare) build/;
const artifactHeader = /The artifacts of successful builds are:/;

/** Begins a diagnosis; how much it keeps does not depend on how long the log is. */
export function createLogDiagnoser(signatures: readonly FailureSignature[]): LogDiagnoser {
  const compiled = compileSignatures(signatures);
  const ownWords = signatures.flatMap(({ words = [] }) => words);
  const targets = new Map<string, TargetLines>();
  const seenBefore = new Set<RegExp>();
  const telling = createTellingLines();
  const seen = { hasFailed: false, hasArtifactHeader: false, hasArtifacts: false };
  let speaking = '';

  function linesOf(name: string): TargetLines {
    const known = targets.get(name) ?? createTargetLines(name, compiled, seenBefore);
    targets.set(name, known);
    return known;
  }

  function take(line: LogLine, number: number): void {
    const { text, kind, target } = line;
    if (kind === 'verdict') {
      seen.hasFailed = true;
      speaking = target ?? '';
    } else if (kind === 'finish' || /^==> /.test(text)) speaking = '';
    if (kind === 'plain' && failedAtAll.test(text)) seen.hasFailed = true;
    if (artifactHeader.test(text)) seen.hasArtifactHeader = true;
    else if (kind === 'summary' && seen.hasArtifactHeader) seen.hasArtifacts = true;
    telling.add(line, number);
    // The lines of a reason that has several belong to the build that it is about.
    const owner = target ?? (kind === 'plain' ? speaking : '');
    if (kind === 'summary' && !targets.has(owner) && seen.hasArtifactHeader) return;
    // A script may print arrows, too.
    if (kind === 'summary' && !seen.hasFailed && targets.get('')?.isInOutput) return;
    linesOf(owner).add(line, number);
    // Packer's debug log names no build, so what is connected shows elsewhere.
    if (owner !== '') targets.get('')?.overhear(line);
  }

  return {
    add(line, number) {
      if (!isTelling(line) && !ownWords.some((word) => line.includes(word))) return;
      for (const read of readLogLine(line.slice(0, lineLength))) take(read, number);
    },
    finish: () => ({ ...diagnosesOf([...targets.values()], seen), telling: telling.lines() }),
  };
}

/** Reads a log once, line by line. */
export async function diagnoseLog(
  lines: AsyncIterable<string>,
  signatures: readonly FailureSignature[],
): Promise<LogDiagnosis> {
  const diagnoser = createLogDiagnoser(signatures);
  let number = 0;
  for await (const line of lines) {
    number += 1;
    diagnoser.add(line, number);
  }
  return diagnoser.finish();
}
