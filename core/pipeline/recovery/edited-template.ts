import type { Template } from '../../language/index.ts';
import { applyEdits } from '../../rules/fixes/apply-edits.ts';
import type { RecoveryStep, Target } from '../../schema/index.ts';
import { type Session, templateOf } from '../session.ts';
import { guardEdit, guardOverlay } from './guard-edits.ts';
import type { NextBuild } from './next-build.ts';
import { overlaidTemplate } from './overlaid-template.ts';

/** The template as a step's edits make it, and the texts that stand in for its files; rejects with PH_RECOVERY_FORBIDDEN. */
export async function editedTemplate(
  session: Session,
  target: Target,
  { step: { edits }, next }: { readonly step: RecoveryStep; readonly next: NextBuild },
): Promise<{ readonly template: Template; readonly overlay: NextBuild['overlay'] }> {
  for (const edit of edits) guardEdit(edit, session.settings.recovery);
  const before = templateOf(session, target).template;
  const overlay = new Map(next.overlay);
  for (const file of before.files) {
    const own = edits.map(({ edit }) => edit).filter(({ range }) => range.file === file.path);
    if (own.length > 0) overlay.set(file.absolutePath, applyEdits(file.text, own));
  }
  const template = await overlaidTemplate(session, target, overlay);
  guardOverlay(before, template, edits);
  return { template, overlay };
}
