import type { Diagnosis, FailureSignature } from 'packer-hybrid';
import type { Evidence } from '../log/evidence.ts';
import { placeMarks } from '../log/line-place.ts';
import type { LogLine } from '../log/log-line.ts';
import { readLines } from '../log/read-lines.ts';
import { endMarks, endWords, readLogLine } from '../log/read-log-line.ts';
import { createTellingLines } from '../log/telling-lines.ts';
import { compileSignatures } from '../signatures/compile.ts';
import { createLineSearch, type LineSearch } from '../words/line-search.ts';
import { type Candidates, createCandidates } from './candidates.ts';
import { diagnosesOf } from './diagnose-summary.ts';
import { createTargetLines, type TargetLines } from './diagnose-target-lines.ts';

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

/** Takes a log piece by piece and knows at any time what it comes to. */
export interface LogDiagnoser {
  /** Reads the bytes of a log, of any length. */
  read(bytes: AsyncIterable<Buffer>): Promise<void>;
  /** Takes one line. */
  add(line: string, number: number): void;
  finish(): LogDiagnosis;
}

const failedAtAll =
  /^(?:==> )?(?:Some builds didn't complete successfully|Builds finished but no artifacts were created)|^Error: |\d+ error\(s\) occurred|^Template validation failed|^Failed to (?:initialize|prepare) build/;
const artifactHeader = /The artifacts of successful builds are:/;
/** How a list of artifacts looks, whatever stands before it. */
const artifactWords = ['\n--> ', ' --> ', 'm--> '];

/** Lines that say where in a build a log is, whatever the signatures are. */
const marks: readonly RegExp[] = [...placeMarks, ...endMarks, failedAtAll, artifactHeader];

/** Every expression whose words a search for these signatures needs. */
export function expressionsOf(signatures: readonly FailureSignature[]): readonly RegExp[] {
  return [...createCandidates(compileSignatures(signatures)).regexes, ...marks];
}

/** What can be found by signatures; the same for every log. */
interface Findable {
  readonly candidates: ReturnType<typeof createCandidates>;
  readonly search: LineSearch;
}

const prepared = new WeakMap<readonly FailureSignature[], Findable>();

function findableBy(signatures: readonly FailureSignature[]): Findable {
  const known = prepared.get(signatures);
  if (known) return known;
  const candidates = createCandidates(compileSignatures(signatures));
  const search = createLineSearch([...candidates.regexes, ...marks], [...endWords, ...artifactWords]);
  prepared.set(signatures, { candidates, search });
  return { candidates, search };
}

/** Begins a diagnosis; how much it keeps does not depend on how long the log is. */
export function createLogDiagnoser(signatures: readonly FailureSignature[]): LogDiagnoser {
  const { candidates, search } = findableBy(signatures);
  const state = createLogState();

  function take(line: string, number: number, found: readonly number[]): void {
    const may = candidates.of(found);
    for (const read of readLogLine(line.slice(0, lineLength))) state.take(read, number, may);
  }

  return {
    read: (bytes) =>
      readLines(bytes, search, {
        found: ({ text, number, patterns }) => take(text, number, patterns),
        last: ({ text, number }) => state.hear(text, number),
      }),
    add(line, number) {
      state.hear(line, number);
      const bytes = lineBytes(line);
      search.find(bytes, bytes.length, (_start, _end, patterns) => take(line, number, patterns));
    },
    finish: () => state.finish(),
  };
}

/** A line as a search wants it: by itself, with the ends of lines around it. */
function lineBytes(line: string): Buffer {
  const text = line.slice(0, lineLength);
  const bytes = Buffer.from(new ArrayBuffer(text.length + 2));
  bytes.write(text.replaceAll('\n', ' '), 1, 'latin1');
  bytes[0] = 10;
  bytes[text.length + 1] = 10;
  return bytes;
}

/** What is known of a run and of each of its builds. */
function createLogState() {
  const targets = new Map<string, TargetLines>();
  const seenBefore = new Set<RegExp>();
  const telling = createTellingLines();
  const seen = { hasFailed: false, hasArtifactHeader: false, hasArtifacts: false };
  let speaking = '';

  function linesOf(name: string): TargetLines {
    const known = targets.get(name) ?? createTargetLines(name, seenBefore);
    targets.set(name, known);
    return known;
  }

  function follow({ text, kind, target }: LogLine): void {
    if (kind === 'verdict') {
      seen.hasFailed = true;
      speaking = target ?? '';
    } else if (kind === 'finish' || /^==> /.test(text)) speaking = '';
    if (kind === 'plain' && failedAtAll.test(text)) seen.hasFailed = true;
    if (artifactHeader.test(text)) seen.hasArtifactHeader = true;
    else if (kind === 'summary' && seen.hasArtifactHeader) seen.hasArtifacts = true;
  }

  return {
    hear: telling.hear,
    take(line: LogLine, number: number, candidates: Candidates): void {
      const { kind, target } = line;
      follow(line);
      telling.add(line, number);
      // The lines of a reason that has several belong to the build that it is about.
      const owner = target ?? (kind === 'plain' ? speaking : '');
      if (kind === 'summary' && !targets.has(owner) && seen.hasArtifactHeader) return;
      // A script may print arrows, too.
      if (kind === 'summary' && !seen.hasFailed && targets.get('')?.isInOutput) return;
      linesOf(owner).add(line, number, candidates);
      // Packer's debug log names no build, so what is connected shows elsewhere.
      if (owner !== '') targets.get('')?.overhear(line, candidates);
    },
    finish: (): LogDiagnosis => ({ ...diagnosesOf([...targets.values()], seen), telling: telling.lines() }),
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
