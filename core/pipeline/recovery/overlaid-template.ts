import { readTemplate, type Template } from '../../language/index.ts';
import type { Target } from '../../schema/index.ts';
import { type Session, templateOf } from '../session.ts';
import type { NextBuild } from './next-build.ts';

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
