import { type PackerRecord, plainText } from './records.ts';

/** An artifact as Packer reported it; paths are Packer's own, relative to where it ran. */
export interface ReportedArtifact {
  readonly build: string;
  readonly index: number;
  readonly builderId: string;
  readonly id: string;
  readonly description: string;
  readonly files: readonly string[];
}

interface Draft {
  builderId: string;
  id: string;
  description: string;
  files: string[];
}

/** Puts artifact records together; answers the artifact when its `end` arrives. */
export function collectArtifacts(): (record: PackerRecord) => ReportedArtifact | undefined {
  const drafts = new Map<string, Draft>();

  return (record) => {
    const [position, field, ...rest] = record.data;
    if (record.type !== 'artifact' || position === undefined || field === undefined) return undefined;
    const key = `${record.target} ${position}`;
    const draft = drafts.get(key) ?? { builderId: '', id: '', description: '', files: [] };
    drafts.set(key, draft);
    if (field === 'end') {
      drafts.delete(key);
      return { build: record.target, index: Number(position), ...draft };
    }
    fill(draft, field, rest);
    return undefined;
  };
}

function fill(draft: Draft, field: string, rest: readonly string[]): void {
  if (field === 'builder-id') draft.builderId = plainText(rest[0]);
  if (field === 'id') draft.id = plainText(rest[0]);
  if (field === 'string') draft.description = plainText(rest[0]);
  if (field === 'file' && rest[1] !== undefined) draft.files.push(plainText(rest[1]));
}

/**
 * What is left of a build's artifacts: post-processors report the same artifact again under a higher index, and the last
 * report is the one that holds.
 */
export function lastArtifacts(reported: readonly ReportedArtifact[]): readonly ReportedArtifact[] {
  const last = new Map<string, ReportedArtifact>();
  for (const artifact of reported) {
    const key = JSON.stringify([artifact.build, artifact.builderId, artifact.id]);
    const before = last.get(key);
    if (!before || artifact.index >= before.index) last.set(key, artifact);
  }
  return [...last.values()].toSorted((a, b) => a.build.localeCompare(b.build) || a.index - b.index);
}
