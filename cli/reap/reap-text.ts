import { counted } from '../counted.ts';
import { shownPath } from '../shown-path.ts';
import type { Style } from '../style.ts';
import { textTable } from '../text-table.ts';
import type { Leftover, Outcome, ReapDocument } from './document.ts';

export interface ReapTextOptions {
  readonly style: Style;
  readonly width: number;
  readonly cwd: string;
}

/** What was found and what became of it, as people read it. */
export function reapText(document: ReapDocument, options: ReapTextOptions): string {
  const { leftovers, unsearched, skipped } = document;
  const { style } = options;
  const blocks = [
    leftovers.length > 0 && table(leftovers, options),
    ...unsearched.map(({ run, platform, reason, remedy }) => {
      const line = `${style.yellow(style.signs.warn)} ${platform} of run ${run} was not searched: ${reason}.`;
      return `${line}\n  ${style.cyan(style.signs.next)} ${remedy}`;
    }),
    ...skipped.map(({ run, reason }) => style.dim(`Run ${run} was left alone. ${reason}`)),
    summary(document, style),
  ];
  return blocks.filter((block) => block !== false).join('\n\n');
}

function table(leftovers: readonly Leftover[], { style, width, cwd }: ReapTextOptions): string {
  const rows = leftovers.map(({ run, kind, what, pid, outcome, reason }) => {
    const isPath = kind === 'folder' || kind === 'file' || kind === 'lock';
    const name = isPath ? shownPath(what, cwd) : `${what}${pid === null ? '' : ` (${pid})`}`;
    return [painted(outcome, style), kind, name, run ?? '', reason ?? ''];
  });
  return textTable([['', 'Kind', 'What', 'Run', 'Reason'].map(style.dim), ...rows], width);
}

function painted(outcome: Outcome, { green, yellow, red }: Style): string {
  const paint = { found: yellow, removed: green, kept: yellow, failed: red }[outcome];
  return paint(outcome);
}

function summary({ leftovers, dry_run }: ReapDocument, style: Style): string {
  const count = (wanted: Outcome) => leftovers.filter(({ outcome }) => outcome === wanted).length;
  if (leftovers.length === 0) return 'No killed run left anything here.';
  if (dry_run) {
    return `${counted(count('found'), 'leftover')} would be removed. ${style.cyan(style.signs.next)} packer-hybrid reap`;
  }
  const parts = [`${counted(count('removed'), 'leftover')} removed`];
  if (count('kept') > 0) parts.push(`${count('kept')} kept: not proven to be ours`);
  if (count('failed') > 0) parts.push(`${count('failed')} could not be removed`);
  return `${parts.join(', ')}.`;
}
