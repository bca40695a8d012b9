import { readTemplate, type Template } from '../../language/index.ts';
import type { Target } from '../../schema/index.ts';
import { type Session, templateOf } from '../session.ts';

/** How the next build of a target differs from what the user wrote; the user's own files stay as they are. */
export interface NextBuild {
  /** Texts that stand in for files of the template, by absolute path. */
  readonly overlay: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
  /** Whether it wants its platform for itself. */
  readonly alone: boolean;
}

/** A build as the user wrote it. */
export const asWritten: NextBuild = { overlay: new Map(), environment: {}, alone: false };

/** The template with other texts in place of some of its files. */
export async function overlaidTemplate(
  session: Session,
  target: Target,
  overlay: NextBuild['overlay'],
): Promise<Template> {
  const { found } = templateOf(session, target);
  return readTemplate(found, { root: session.paths.root, env: process.env, overlay });
}

/** The same session, in which one template reads as overlaid. */
export function withTemplate(session: Session, template: Template): Session {
  const loaded = session.loaded.map((each) =>
    each.template.path === template.path ? { ...each, template } : each,
  );
  return { ...session, loaded };
}
