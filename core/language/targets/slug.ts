import { createHash } from 'node:crypto';
import type { Target } from '../../schema/index.ts';

const longest = 100;

/** A target's name as a file name: safe everywhere, readable, not yet unique. */
export function slugOf({ env, build, source }: Pick<Target, 'env' | 'build' | 'source'>): string {
  const parts = [env, ...(build === undefined ? [] : [build]), source.type, source.name];
  return shortened(parts.map(safe).join('.'));
}

/**
 * Gives targets of one workspace slugs that differ, also on file systems that ignore case. Those that clash are told
 * apart by their template and, if that is not enough, by a hash: the result does not depend on the order of the targets.
 */
export function uniqueSlugs(targets: readonly Target[]): readonly Target[] {
  const byTemplate = separate(targets, (target) => shortened(`${target.slug}.${safe(target.template)}`));
  return separate(
    byTemplate,
    (target) => `${shortened(target.slug)}.${hashOf(`${target.template}\n${target.id}`)}`,
  );
}

function separate(targets: readonly Target[], rename: (target: Target) => string): readonly Target[] {
  const counts = new Map<string, number>();
  for (const { slug } of targets) counts.set(slug.toLowerCase(), (counts.get(slug.toLowerCase()) ?? 0) + 1);
  return targets.map((target) =>
    (counts.get(target.slug.toLowerCase()) ?? 0) > 1 ? { ...target, slug: rename(target) } : target,
  );
}

/** Dots and dashes at the edges would hide a file or read as an option. */
function safe(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || '-';
}

function shortened(slug: string): string {
  return slug.length <= longest ? slug : `${slug.slice(0, longest - 9)}.${hashOf(slug)}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
