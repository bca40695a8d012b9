import type { ProcessResult, RunContext } from 'packer-hybrid';
import type { PackerProgram } from '../locate/index.ts';
import { createOutputParser, type Outcome, type OutputEvent } from '../transcript/index.ts';
import type { Place } from './place.ts';
import { type DebugLine, debugLine, isCopyOfRecord, stderrReader } from './read-stderr.ts';
import { textTail } from './text-tail.ts';

export interface PackerRun {
  readonly program: PackerProgram;
  readonly args: readonly string[];
  readonly place: Place;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly graceMs: number;
  /** Build names that may speak. */
  readonly names: readonly string[];
  readonly onEvent?: (event: OutputEvent) => void;
  readonly onDebug?: (line: DebugLine) => void;
}

/** A Packer command that has ended. */
export interface PackerRunResult {
  readonly process: ProcessResult;
  readonly outcome: Outcome;
  /** The last lines as Packer would have shown them. */
  readonly stdout: string;
  /** The last lines of stderr that are not its debug log. */
  readonly stderr: string;
  readonly startedAt: string;
  readonly finishedAt: string;
}

type Running = Pick<RunContext, 'processes' | 'signal' | 'secrets'>;

/** Runs one Packer command to its end, reading what it says while it says it. */
export async function runPacker(context: Running, run: PackerRun): Promise<PackerRunResult> {
  const parser = createOutputParser({ version: run.program.version, names: run.names });
  const shown = textTail();
  const errors = stderrReader();
  // A secret with a comma only shows up as itself once a record is decoded.
  const clean = (text: string) => run.place.mapText(context.secrets.redact(text));
  const tell = (events: readonly OutputEvent[]) => {
    for (const event of events.map((each) => cleaned(each, clean))) {
      if (event.type === 'output') shown.add(event.build ? `==> ${event.build}: ${event.text}` : event.text);
      run.onEvent?.(event);
    }
  };

  const startedAt = new Date().toISOString();
  const process = await context.processes.run(run.program.path, run.args, {
    cwd: run.place.cwd,
    env: run.env,
    signal: context.signal,
    stopSignal: 'SIGINT',
    graceMs: run.graceMs,
    onStdout: (line) => tell(parser.push(run.place.mapText(line), Date.now())),
    onStderr: (line) => {
      if (isCopyOfRecord(line)) return;
      const text = clean(line);
      errors.read(text);
      run.onDebug?.(debugLine(text));
    },
  });
  tell(parser.end(Date.now()));
  const finishedAt = new Date().toISOString();
  return {
    process,
    outcome: parser.outcome(),
    stdout: shown.text(),
    stderr: errors.text(),
    startedAt,
    finishedAt,
  };
}

function cleaned(event: OutputEvent, clean: (text: string) => string): OutputEvent {
  if (event.type === 'artifact' || event.type === 'step.finished') return event;
  return { ...event, text: clean(event.text) };
}
