import { fileSize } from '../file-size.ts';
import { statusText } from '../reporters/pretty/outcome-lines.ts';
import { shownPath } from '../shown-path.ts';
import type { Style } from '../style.ts';
import { textTable } from '../text-table.ts';
import type { StatusDocument, TargetStatusLine } from './status-document.ts';

export interface StatusTextOptions {
  readonly style: Style;
  readonly width: number;
  readonly cwd: string;
  readonly workspaceRoot: string;
}

/** The status as people read it: targets, then the latest runs, then the tools of the last run. */
export function statusPage(status: StatusDocument, options: StatusTextOptions): string {
  const { style } = options;
  const blocks = [targetBlock(status, options), runBlock(status, options)];
  const { drift_failure: failure } = status;
  if (failure) {
    const line = `${style.yellow(`${style.signs.warn} ${failure.code}`)} ${failure.message}`;
    blocks.push(`${line}\n  ${style.cyan(style.signs.next)} ${failure.remedy}`);
  }
  blocks.push(toolLine(status, style));
  return blocks.join('\n\n');
}

function targetBlock({ targets }: StatusDocument, options: StatusTextOptions): string {
  const { style, width } = options;
  if (targets.length === 0) return 'No target is known here yet.';
  const rows = targets.map((target) => [
    target.id,
    target.last_status === null ? style.dim('never run') : statusText(target.last_status, style),
    changes(target, style),
    artifactText(target, options),
  ]);
  return textTable([['Target', 'Last result', 'Inputs', 'Last good build'].map(style.dim), ...rows], width);
}

function changes({ changed, built_at }: TargetStatusLine, style: Style): string {
  if (built_at === null) return style.dim('never built');
  if (changed === null) return style.dim('not known');
  if (changed.length === 0) return style.green('unchanged');
  const shown = changed.slice(0, 3).join(', ');
  return style.yellow(`${shown}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''} changed`);
}

function artifactText(
  { artifacts, built_at }: TargetStatusLine,
  { cwd, workspaceRoot }: StatusTextOptions,
): string {
  if (built_at === null) return '';
  const names = artifacts.flatMap(({ files, image_ids, description }) =>
    files.length > 0
      ? files
          .slice(0, 1)
          .map(({ path, size }) => `${shownPath(path, cwd, workspaceRoot)} (${fileSize(size)})`)
      : [image_ids.join(', ') || description],
  );
  return [moment(built_at), ...names].join(' ');
}

function runBlock({ runs }: StatusDocument, { style, width }: StatusTextOptions): string {
  if (runs.length === 0) return 'Nothing was run here yet: `packer-hybrid run` starts.';
  const rows = runs.map(({ run, status, started_at, command }) => [
    run,
    statusText(status, style),
    moment(started_at),
    command,
  ]);
  return textTable([['Run', 'Result', 'Started', 'Command'].map(style.dim), ...rows], width);
}

function toolLine({ packer_version, plugin_versions, repository }: StatusDocument, style: Style): string {
  const { sha, dirty } = repository;
  const plugins = Object.entries(plugin_versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `Packer ${packer_version ?? 'version not recorded'}`,
    ...(plugins.length > 0 ? [`plugins ${plugins.join(', ')}`] : []),
    ...(sha === null ? [] : [`git ${sha.slice(0, 12)}${dirty ? ' with changes' : ''}`]),
  ];
  return style.dim(parts.join(` ${style.signs.dot} `));
}

/** A point in time to the minute, in UTC as in the files. */
function moment(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
