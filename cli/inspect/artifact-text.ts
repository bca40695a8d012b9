import type { BuildManifest, HashManifest } from '../../core/state/index.ts';
import { fileSize } from '../file-size.ts';
import { shownPath } from '../shown-path.ts';
import type { Style } from '../style.ts';

export interface ArtifactTextOptions {
  readonly style: Style;
  readonly cwd: string;
  readonly workspaceRoot: string;
}

/** A target's last good build as people read it: what it made, of what, and where it went. */
export function artifactText(
  { target, artifacts, provenance, evidence, publications }: BuildManifest,
  hashes: HashManifest | undefined,
  options: ArtifactTextOptions,
): string {
  const { style } = options;
  const passed = evidence.filter(({ score }) => score === 1).length;
  const blocks = [
    style.bold(`Artifact of ${target.id}`),
    ...artifacts.map((artifact) => fileLines(artifact, options)),
    `Built by run ${provenance.command_id}, ${provenance.finished_at}`,
    `  Packer ${provenance.packer_version ?? 'unknown'}, git ${provenance.git_sha ?? 'unknown'}`,
    ...changedLines(provenance, options),
    evidence.length > 0 ? `Validated: ${passed} of ${evidence.length} passed` : 'Nothing was validated',
    ...publications.map(({ publisher, reference, retracted }) =>
      retracted ? `Taken back from ${publisher}: ${reference}` : `Published by ${publisher}: ${reference}`,
    ),
    ...(hashes ? [`${hashes.inputs.length} inputs, digest ${hashes.digest}`] : []),
  ];
  return blocks.join('\n');
}

/** An image that a recovery made possible is not exactly what the template says. */
function changedLines(
  { template_edits: edits }: BuildManifest['provenance'],
  { cwd, workspaceRoot }: ArtifactTextOptions,
): readonly string[] {
  return edits.map(({ attribute, from, to, edit: { range } }) => {
    const place = `${shownPath(range.file, cwd, workspaceRoot)}:${range.start.line}`;
    return `  A recovery built it with ${attribute} = ${to} instead of ${from ?? 'none'} (${place})`;
  });
}

function fileLines(
  { description, files }: BuildManifest['artifacts'][number],
  { style, cwd, workspaceRoot }: ArtifactTextOptions,
): string {
  const lines = files.map(
    ({ path, size, sha256 }) =>
      `  ${shownPath(path, cwd, workspaceRoot)} ${fileSize(size)} ${style.dim(`sha256 ${sha256}`)}`,
  );
  return [description, ...lines].join('\n');
}
