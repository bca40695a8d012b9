import { collectArtifacts, lastArtifacts, type ReportedArtifact } from './artifacts.ts';
import { dialectOf } from './dialect.ts';
import { type PackerRecord, parseRecord, plainText } from './records.ts';
import type { StepKind } from './step-table.ts';
import { type StepEvent, type StepTracker, trackSteps } from './steps.ts';
import { parseUiLine, splitUiText, type UiLine } from './ui-line.ts';

/** What Packer's output says, as data. */
export type OutputEvent =
  | (StepEvent & { readonly build: string })
  | {
      readonly type: 'output';
      readonly build: string | undefined;
      readonly level: 'info' | 'warning' | 'error';
      readonly text: string;
    }
  | { readonly type: 'artifact'; readonly artifact: ReportedArtifact }
  | { readonly type: 'error'; readonly build: string; readonly text: string };

/** What the words of the whole output come to; the exit code alone is not enough. */
export interface Outcome {
  readonly artifacts: readonly ReportedArtifact[];
  /** Builds that said "finished". */
  readonly finished: readonly string[];
  /** Builds that said "errored", with their reason. */
  readonly errored: readonly { readonly build: string; readonly reason: string }[];
  readonly cancelled: boolean;
  /** Error texts about the whole run, such as a template that cannot be read. */
  readonly errors: readonly string[];
}

export interface OutputParser {
  /** Reads one line; `at` is the present, else the time that the line itself carries. */
  push(line: string, at?: number): readonly OutputEvent[];
  /** Call it when Packer has ended: steps that still run end with it. */
  end(at?: number): readonly OutputEvent[];
  outcome(): Outcome;
}

export interface ParserOptions {
  readonly version?: string | undefined;
  /** Build names; with them a script's text that looks like a build's line is not mistaken for one. */
  readonly names?: readonly string[];
}

interface State {
  readonly names: readonly string[];
  readonly trackers: Map<string, StepTracker>;
  readonly newTracker: () => StepTracker;
  readonly artifacts: ReportedArtifact[];
  readonly finished: string[];
  readonly errored: { build: string; reason: string }[];
  readonly errors: string[];
  cancelled: boolean;
  now: number;
}

const finishedLine = /^Build '(.+)' finished/;
const erroredLine = /^Build '(.+)' errored(?: after [^:]*)?: (.*)$/s;
const cancelledLine = /^(?:Cancelling build after receiving|Cleanly cancelled builds|Build was cancelled)/;

/** Reads Packer's machine-readable output (and, line by line, the form for people) of any supported version. */
export function createOutputParser(options: ParserOptions = {}): OutputParser {
  const dialect = dialectOf(options.version);
  const collect = collectArtifacts();
  const state: State = {
    names: options.names ?? [],
    trackers: new Map(),
    newTracker: () => trackSteps(dialect),
    artifacts: [],
    finished: [],
    errored: [],
    errors: [],
    cancelled: false,
    now: 0,
  };

  return {
    push(line, at) {
      const record = parseRecord(line);
      if (!record) return readText(state, { level: 'say', text: line, at });
      const moment = at ?? record.at;
      if (record.type === 'ui') return readUi(state, record, moment);
      state.now = Math.max(state.now, moment);
      if (record.type === 'error' && record.target !== '') return [readError(state, record)];
      const artifact = collect(record);
      if (!artifact) return [];
      state.artifacts.push(artifact);
      return [{ type: 'artifact', artifact }];
    },
    end: (at) => endSteps(state, at ?? state.now),
    outcome: () => ({
      artifacts: lastArtifacts(state.artifacts),
      finished: [...state.finished],
      errored: [...state.errored],
      cancelled: state.cancelled,
      errors: [...state.errors],
    }),
  };
}

function readError(state: State, record: PackerRecord): OutputEvent {
  const text = plainText(record.data[0]);
  const known = state.errored.find((each) => each.build === record.target);
  if (known) known.reason = text;
  else state.errored.push({ build: record.target, reason: text });
  return { type: 'error', build: record.target, text };
}

function readUi(state: State, record: PackerRecord, at: number): readonly OutputEvent[] {
  const [level = 'say', ...rest] = record.data;
  return readText(state, { level, text: rest.join(','), at });
}

interface Shown {
  readonly level: string;
  readonly text: string;
  readonly at: number | undefined;
}

function readText(state: State, shown: Shown): readonly OutputEvent[] {
  const lines = splitUiText(shown.text, state.names).map((line) => parseUiLine(line, state.names));
  if (shown.level === 'error' && lines[0]?.build === undefined) keepError(state, plainText(shown.text));
  return lines.flatMap((line) => readLine(state, line, shown));
}

function keepError(state: State, text: string): void {
  const isRepeated = /^\s*==> Some builds didn't complete|^--> /.test(text) || erroredLine.test(text);
  if (!isRepeated && text.trim() !== '') state.errors.push(text.trim());
}

function readLine(state: State, line: UiLine, shown: Shown): OutputEvent[] {
  const at = shown.at ?? line.at ?? state.now;
  state.now = Math.max(state.now, at);
  readWords(state, line);
  const level = levelOf(line, shown.level, state.trackers.get(line.build ?? '')?.running());
  const steps = line.build === undefined ? endOfBuild(state, line.text, at) : trackLine(state, line, at);
  if (line.text.trim() === '') return steps;
  const build = line.build;
  return [...steps, { type: 'output', build, level, text: line.text.trimEnd() }];
}

function trackLine(state: State, line: UiLine, at: number): OutputEvent[] {
  const build = line.build ?? '';
  const tracker = state.trackers.get(build) ?? state.newTracker();
  state.trackers.set(build, tracker);
  return tracker.line(line, at).map((event) => ({ ...event, build }));
}

function readWords(state: State, line: UiLine): void {
  if (line.build !== undefined) return;
  if (cancelledLine.test(line.text)) state.cancelled = true;
  const finished = finishedLine.exec(line.text)?.[1];
  if (finished) state.finished.push(finished);
  const [, build, reason = ''] = erroredLine.exec(line.text) ?? [];
  if (!build) return;
  state.errored.push({ build, reason });
  if (cancelledLine.test(reason)) state.cancelled = true;
}

function endOfBuild(state: State, text: string, at: number): OutputEvent[] {
  const finished = finishedLine.exec(text)?.[1];
  const build = finished ?? erroredLine.exec(text)?.[1];
  if (build === undefined) return [];
  return finishSteps(state, { build, ok: finished !== undefined, at });
}

function finishSteps(state: State, end: { build: string; ok: boolean; at: number }): OutputEvent[] {
  const events = state.trackers.get(end.build)?.finish(end.ok, end.at) ?? [];
  return events.map((event) => ({ ...event, build: end.build }));
}

function endSteps(state: State, at: number): OutputEvent[] {
  return [...state.trackers.keys()].flatMap((build) => finishSteps(state, { build, ok: false, at }));
}

/** Steps in which programs of the user run: what they write to stderr arrives as an error although nothing failed. */
const scripted: readonly StepKind[] = ['provision', 'shutdown', 'post-process'];

function levelOf(line: UiLine, level: string, running: StepKind | undefined): 'info' | 'warning' | 'error' {
  const isScripts = line.label !== undefined || (running !== undefined && scripted.includes(running));
  if (level === 'error') return line.build !== undefined && isScripts ? 'warning' : 'error';
  if (line.build !== undefined) return 'info';
  if (/^Warning: /.test(line.text)) return 'warning';
  return /^Error: |^Build '.+' errored|^--> .+: .*error/.test(line.text) ? 'error' : 'info';
}
