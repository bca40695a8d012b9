import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { applyEdits } from '../../../core/rules/fixes/apply-edits.ts';
import type { FixedFile } from '../../../core/rules/fixes/index.ts';
import type { RecoveryStep, SourceRange, TemplateEdit } from '../../../core/schema/index.ts';

/** The user's files as steps would make them; undefined where they are not what they were when the run began. */
export async function editedFiles(
  root: string,
  steps: readonly RecoveryStep[],
): Promise<readonly FixedFile[] | undefined> {
  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  for (const { edits } of steps) {
    for (const path of new Set(edits.map(({ edit }) => edit.range.file))) {
      const own = edits.filter(({ edit }) => edit.range.file === path);
      const known = texts.get(path) ?? (await textOf(root, path));
      if (!known || !own.every((edit) => fits(edit, known.after))) return undefined;
      const after = applyEdits(
        known.after,
        own.map(({ edit }) => edit),
      );
      texts.set(path, { before: known.before, after });
    }
  }
  return [...texts].map(([path, { before, after }]) => ({ path, before, after }));
}

async function textOf(root: string, path: string) {
  const text = await readFile(resolve(root, path), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : { before: text, after: text };
}

/** Whether the place of an edit is still where it was, and says what it said. */
function fits({ from, edit: { range } }: TemplateEdit, text: string): boolean {
  if (!isAt(range.start, text) || !isAt(range.end, text)) return false;
  return from === null || text.slice(range.start.offset, range.end.offset).includes(from);
}

function isAt({ offset, line, column }: SourceRange['start'], text: string): boolean {
  if (offset > text.length) return false;
  const lines = text.slice(0, offset).split('\n');
  return lines.length === line && (lines.at(-1) ?? '').length === column - 1;
}
