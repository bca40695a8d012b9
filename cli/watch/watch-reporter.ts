import type { HybridError } from '../../core/errors/index.ts';
import { fileText } from '../analyze/file-text.ts';
import { counted } from '../counted.ts';
import { errorDocument, renderError } from '../error-report.ts';
import type { Invocation } from '../invocation.ts';
import type { FailedTemplate, ShownFinding } from '../reporters/findings/contract.ts';
import { findingDocument } from '../reporters/findings/finding-document.ts';
import { findingBlocks } from '../reporters/findings/pretty/index.ts';
import { styleOf } from '../style-of.ts';
import type { Difference } from './difference.ts';

/** What is told after a change. */
export interface WatchChange {
  /** Files that were saved, relative to the working directory. */
  readonly files: readonly string[];
  /** Templates that were looked at again. */
  readonly templates: readonly string[];
  readonly difference: Difference;
  readonly failed: readonly FailedTemplate[];
  readonly durationMs: number;
}

/** Tells what watching finds. */
export interface WatchReporter {
  started(findings: readonly ShownFinding[], templates: number, failed: readonly FailedTemplate[]): void;
  changed(change: WatchChange): void;
  problem(error: HybridError): void;
}

/** One JSON document per line: `started`, `changed` or `problem`. */
export function ndjsonWatchReporter({ output }: Pick<Invocation, 'output'>): WatchReporter {
  const print = (type: string, document: object) =>
    output.out(JSON.stringify({ version: 1, type, ...document }));
  return {
    started: (findings, templates, failed) =>
      print('started', { templates, findings: findings.map(findingDocument), failed }),
    changed: ({ files, templates, difference, failed, durationMs }) =>
      print('changed', {
        files,
        templates,
        new: difference.fresh.map(findingDocument),
        gone: difference.gone.map(findingDocument),
        still: difference.still.length,
        failed,
        duration_ms: Math.round(durationMs * 10) / 10,
      }),
    problem: (error) => print('problem', errorDocument(error)),
  };
}

/** For people: what is new in full, what is gone in one line each. */
export function prettyWatchReporter(invocation: Invocation): WatchReporter {
  const { output, cwd } = invocation;
  const style = styleOf(invocation);
  const blocks = (findings: readonly ShownFinding[]) =>
    findingBlocks(findings, { style, textOf: (file) => fileText(cwd, file) });
  const tellFailed = (failed: readonly FailedTemplate[]) => {
    for (const { code, message, remedy } of failed) {
      output.out(
        `${style.red(`${style.signs.fail} ${code}`)} ${message}\n  ${style.cyan(style.signs.next)} ${remedy}`,
      );
    }
  };
  return {
    started(findings, templates, failed) {
      tellFailed(failed);
      for (const block of blocks(findings)) output.out(`${block}\n`);
      const what = `${counted(findings.length, 'finding')} in ${counted(templates, 'template')}`;
      output.out(`${style.bold(what)}. Watching; Ctrl-C ends it.`);
    },
    changed({ files, difference, failed, durationMs }) {
      const { fresh, gone, still } = difference;
      output.out(
        `\n${style.bold(savedFiles(files))} ${style.dim(`${durationMs.toFixed(0)} ms`)}: ${fresh.length} new, ${gone.length} gone, ${still.length} still there`,
      );
      tellFailed(failed);
      for (const block of blocks(fresh)) output.out(block);
      for (const { finding } of gone)
        output.out(`${style.green(`${style.signs.ok} gone`)} ${oneLine(finding)}`);
    },
    problem(error) {
      output.out(renderError(error, style, invocation.options.has('debug')));
    },
  };
}

function savedFiles(files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return files.slice(0, 3).join(', ') + more;
}

function oneLine({ rule, message, range }: ShownFinding['finding']): string {
  const place = range ? `${range.file}:${range.start.line} ` : '';
  return `${place}${message.split('\n')[0]} (${rule})`;
}
