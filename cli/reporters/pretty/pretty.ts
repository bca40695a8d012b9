import type { RunEvent } from '../../../core/schema/index.ts';
import { displayWidth, padEnd } from '../../display-width.ts';
import { screenWidth } from '../../output.ts';
import type { Reporter, ReporterOptions } from '../reporter.ts';
import { eventLines } from './event-lines.ts';
import { labelsOf } from './labels.ts';
import { type LiveArea, openLiveArea } from './live-area.ts';
import { liveLines } from './live-view.ts';
import { noProgress, progressAfter } from './progress.ts';
import { renderSummary } from './summary.ts';

const REDRAW_MS = 200;
/** A flood of lines is not answered with a flood of drawings. */
const PAUSE_MS = 50;

/** For people: lines as things happen, on a terminal with what is running live below them, and a summary in the end. */
export function createPrettyReporter(options: ReporterOptions): Reporter {
  const { output, verbosity } = options;
  const isLive = output.stdout.isTTY && !options.ci && verbosity !== 'quiet';
  const lines = lineWriter(options, isLive);
  const live = isLive ? liveDisplay(options, openLiveArea(output)) : undefined;
  let held: RunEvent[] | undefined;
  const show = (event: RunEvent) => {
    if (verbosity !== 'quiet') lines.write(event);
  };
  return {
    onEvent(event) {
      if (held) held.push(event);
      else show(event);
      live?.onEvent(event);
    },
    hold() {
      held ??= [];
      live?.pause();
      return () => {
        const missed = held ?? [];
        held = undefined;
        missed.forEach(show);
        live?.resume();
      };
    },
    finish(record, files) {
      live?.close();
      output.out(renderSummary(record, { ...options, ...files, width: screenWidth(output) }));
    },
    close() {
      live?.close();
    },
  };
}

function lineWriter({ output, style, verbosity }: ReporterOptions, live: boolean) {
  const promises = new Map<string | undefined, string>();
  let labels: ReadonlyMap<string, string> = new Map();
  const prefixOf = (target: string | undefined) => {
    if (target === undefined || labels.size < 2) return '';
    const width = Math.max(...[...labels.values()].map(displayWidth));
    return `${style.cyan(padEnd(labels.get(target) ?? target, width))}  `;
  };
  return {
    write(event: RunEvent) {
      if (event.type === 'run.targets')
        labels = event.targets.length > 1 ? labelsOf(event.targets) : new Map();
      if (event.type === 'recovery.step.started') promises.set(event.target, event.step.title);
      const context = {
        ...{ style, live, verbose: verbosity === 'verbose' },
        prefix: prefixOf(event.target),
        promised: promises.get(event.target),
      };
      for (const line of eventLines(event, context)) output.out(line);
    },
  };
}

function liveDisplay({ output, style, history }: ReporterOptions, area: LiveArea) {
  let progress = noProgress;
  let labels: ReadonlyMap<string, string> = new Map();
  let frame = 0;
  let drawnAt = 0;
  let isPaused = false;
  const draw = () => {
    const now = Date.now();
    if (isPaused || now - drawnAt < PAUSE_MS) return;
    drawnAt = now;
    const rows = output.stdout.rows || 24;
    area.draw(liveLines(progress, { style, now, frame, rows, labels, history }));
  };
  const timer = setInterval(() => {
    frame += 1;
    draw();
  }, REDRAW_MS).unref();
  return {
    onEvent(event: RunEvent) {
      progress = progressAfter(progress, event);
      if (event.type === 'run.targets') labels = labelsOf(event.targets);
      draw();
    },
    pause() {
      isPaused = true;
      area.draw([]);
    },
    resume() {
      isPaused = false;
      draw();
    },
    close() {
      clearInterval(timer);
      area.close();
    },
  };
}
