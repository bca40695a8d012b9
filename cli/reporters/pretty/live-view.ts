import { elapsed } from '../../duration.ts';
import type { Style } from '../../style.ts';
import type { Progress, RunningStep, TargetProgress } from './progress.ts';

export interface LiveViewOptions {
  readonly style: Style;
  readonly now: number;
  /** Counts the redraws, for the spinner. */
  readonly frame: number;
  readonly rows: number;
  readonly labels: ReadonlyMap<string, string>;
  readonly history: ReadonlyMap<string, number>;
}

/** The running part of the run: one line per target that is being worked on, with its step, its time and what is left. */
export function liveLines(progress: Progress, options: LiveViewOptions): readonly string[] {
  const { style, frame, now } = options;
  const spinner = style.cyan(style.signs.spin[frame % style.signs.spin.length] ?? '');
  const lines = progress.targets
    .filter(({ status }) => status === 'running')
    .map((target) => `${spinner} ${targetLine(target, options)}`);
  const doing = progress.installing ? `installing ${progress.installing}` : progress.stage?.name;
  if (doing !== undefined && lines.length === 0) {
    const since = progress.stage === undefined ? '' : elapsed(now - progress.stage.since);
    lines.push(`${spinner} ${doing} ${style.dim(since)}`.trimEnd());
  }
  return fitting([...lines, ...waitingLine(progress, lines.length, style)], options);
}

function targetLine(progress: TargetProgress, { style, labels, now, history }: LiveViewOptions): string {
  const { target, stage, step, startedAt } = progress;
  const parts = [style.bold(labels.get(target.id) ?? target.packer_name)];
  if (startedAt !== undefined) parts.push(style.dim(elapsed(now - startedAt)));
  if (stage !== undefined) parts.push(stage);
  if (step !== undefined) parts.push(`${step.text} ${style.dim(stepTime(step, now))}`);
  const left = startedAt === undefined ? undefined : timeLeft(history.get(target.slug), now - startedAt);
  if (left !== undefined) parts.push(style.dim(left));
  return parts.join(` ${style.dim(style.signs.dot)} `);
}

/** A wait is counted down, anything else up. */
function stepTime({ since, until }: RunningStep, now: number): string {
  if (until === undefined) return elapsed(now - since);
  return until > now ? `in ${elapsed(until - now + 999)}` : 'now';
}

/** What is left, told by earlier builds; nothing is promised once a build takes longer than they did. */
function timeLeft(usual: number | undefined, spent: number): string | undefined {
  if (usual === undefined || spent >= usual) return undefined;
  return `~ ${elapsed(usual - spent + 999)} left`;
}

function waitingLine(progress: Progress, running: number, style: Style): readonly string[] {
  const waiting = progress.targets.filter(({ status }) => status === 'waiting').length;
  return waiting > 0 && running > 0 && progress.stage === undefined
    ? [style.dim(`  ${waiting} waiting`)]
    : [];
}

/** A block higher than the terminal cannot be redrawn in place. */
function fitting(lines: readonly string[], { rows, style }: LiveViewOptions): readonly string[] {
  const room = Math.max(1, rows - 2);
  if (lines.length <= room) return lines;
  return [...lines.slice(0, room - 1), style.dim(`  and ${lines.length - room + 1} more`)];
}
