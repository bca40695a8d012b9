import type { RunEvent } from '../../../core/schema/index.ts';
import { duration } from '../../duration.ts';
import type { LineContext } from './line-context.ts';

/** A step that ends well within this time is told by its start alone. */
const BRIEF_MS = 1000;

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/** Lines about what is being done; undefined for events about something else. */
export function workLines(event: RunEvent, context: LineContext): readonly string[] | undefined {
  const { style, live, verbose } = context;
  switch (event.type) {
    case 'run.started':
      return runStarted(event, context);
    case 'run.targets':
      return [targetsLine(event)];
    case 'stage.started':
      return live ? [] : [style.bold(event.stage)];
    case 'stage.finished':
      return [stageFinished(event, context)];
    case 'attempt.started':
      return event.attempt > 1 ? [`${style.signs.go} attempt ${event.attempt}`] : [];
    case 'step.started':
      return live && !verbose ? [] : [`  ${style.dim(style.signs.go)} ${event.text}`];
    case 'step.finished':
      return stepFinished(event, context);
    case 'install.started':
      return installStarted(event, context);
    case 'install.finished':
      return [`${mark(event.ok, context)} ${event.what} ${took(event.ok, event.duration_ms)}`];
    default:
      return undefined;
  }
}

function runStarted(event: EventOf<'run.started'>, { style }: LineContext): readonly string[] {
  const about = `run ${event.run}, environment ${event.env}`;
  const lines = [`${style.bold(`packer-hybrid ${event.version}`)} ${style.dim(about)}`];
  return event.dry_run ? [...lines, style.yellow('Dry run: nothing is changed.')] : lines;
}

/** What is installed, then each reason on a line of its own, then the command. */
function installStarted(event: EventOf<'install.started'>, { style }: LineContext): readonly string[] {
  const reasons = event.why.split('; ').map((why) => `    ${why}`);
  return [`${style.signs.go} Installing ${event.what}`, ...reasons, `    ${style.dim(`$ ${event.command}`)}`];
}

function targetsLine({ targets }: EventOf<'run.targets'>): string {
  const shown = targets.slice(0, 8).map(({ packer_name }) => packer_name);
  const more = targets.length > shown.length ? ` and ${targets.length - shown.length} more` : '';
  return `${targets.length} target${targets.length === 1 ? '' : 's'}: ${shown.join(', ')}${more}`;
}

function stageFinished(event: EventOf<'stage.finished'>, context: LineContext): string {
  const time = context.style.dim(`(${duration(event.duration_ms)})`);
  return `${mark(event.ok, context)} ${event.stage} ${time}`;
}

function stepFinished(event: EventOf<'step.finished'>, context: LineContext): readonly string[] {
  const brief = event.ok && event.duration_ms < BRIEF_MS;
  if (brief && !context.verbose) return [];
  const time = context.style.dim(`(${duration(event.duration_ms)})`);
  return [`  ${mark(event.ok, context)} ${event.step} ${time}`];
}

function took(ok: boolean, ms: number): string {
  return ok ? `installed in ${duration(ms)}` : `could not be installed (${duration(ms)})`;
}

function mark(ok: boolean, { style }: LineContext): string {
  return ok ? style.green(style.signs.ok) : style.red(style.signs.fail);
}
