import type { Edit, Finding } from '../../schema/index.ts';
import { applyEdits } from './apply-edits.ts';
import { isSameEdit, overlap } from './overlap.ts';

export interface PlanFixes {
  /** `safe` takes corrections that keep the meaning; `suggested` takes those that want a look as well. */
  readonly kind: 'safe' | 'suggested';
}

/** A file as it is and as it would be. */
export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A correction that has to wait: run again after the others are made. */
export interface FixConflict {
  readonly finding: Finding;
  /** The correction that changes the same place; undefined when the file is not at hand or has changed, or the correction contradicts itself. */
  readonly with: Finding | undefined;
}

export interface FixPlan {
  /** Only files that change. */
  readonly files: readonly FixedFile[];
  readonly applied: readonly Finding[];
  readonly conflicts: readonly FixConflict[];
}

interface Chosen {
  readonly edit: Edit;
  readonly finding: Finding;
}

/**
 * Decides which corrections are made together: each wholly or not at all, the first finding of the list wins where two
 * change the same place. `files` holds the texts that were analysed, by path from the workspace root.
 */
export function planFixes(
  findings: readonly Finding[],
  files: Readonly<Record<string, string>>,
  { kind }: PlanFixes,
): FixPlan {
  const chosen: Chosen[] = [];
  const applied: Finding[] = [];
  const conflicts: FixConflict[] = [];
  for (const finding of findings) {
    const { fix } = finding;
    if (!fix || (kind === 'safe' && fix.kind !== 'safe')) continue;
    const edits = withoutRepeats(fix.edits);
    if (!edits.every((edit) => fits(edit, files)) || contradicts(edits)) {
      conflicts.push({ finding, with: undefined });
      continue;
    }
    const inTheWay = chosen.find((other) => edits.some((edit) => collides(edit, other.edit)));
    if (inTheWay) {
      conflicts.push({ finding, with: inTheWay.finding });
      continue;
    }
    const fresh = edits.filter((edit) => !chosen.some((other) => isSameEdit(edit, other.edit)));
    chosen.push(...fresh.map((edit) => ({ edit, finding })));
    applied.push(finding);
  }
  return { files: changedFiles(files, chosen), applied, conflicts };
}

function fits({ range }: Edit, files: Readonly<Record<string, string>>): boolean {
  const text = Object.hasOwn(files, range.file) ? files[range.file] : undefined;
  return text !== undefined && range.start.offset <= range.end.offset && range.end.offset <= text.length;
}

function withoutRepeats(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter((edit, index) => edits.findIndex((other) => isSameEdit(edit, other)) === index);
}

/** Whether edits of one correction change the same place in different ways. */
function contradicts(edits: readonly Edit[]): boolean {
  return edits.some((edit, index) => edits.slice(index + 1).some((other) => collides(edit, other)));
}

function collides(edit: Edit, other: Edit): boolean {
  return overlap(edit, other) && !isSameEdit(edit, other);
}

function changedFiles(
  files: Readonly<Record<string, string>>,
  chosen: readonly Chosen[],
): readonly FixedFile[] {
  const paths = [...new Set(chosen.map(({ edit }) => edit.range.file))].toSorted();
  return paths.flatMap((path) => {
    const before = files[path] ?? '';
    const edits = chosen.map(({ edit }) => edit).filter(({ range }) => range.file === path);
    const after = applyEdits(before, edits);
    return after === before ? [] : [{ path, before, after }];
  });
}
