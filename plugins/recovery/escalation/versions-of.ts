import { arch, release, type } from 'node:os';
import type { RunRecord, Template } from 'packer-hybrid';
import type { Story } from './story/run-stories.ts';

export interface VersionFacts {
  readonly story: Story;
  readonly template: Template;
  /** Null where there is no Packer. */
  readonly packerVersion: string | null;
}

/** What the build was made with, as far as it is known. */
export function versionsOf(
  { git_sha }: Pick<RunRecord, 'git_sha'>,
  { story, template, packerVersion }: VersionFacts,
): Record<string, string> {
  const own = story.events.find((event) => event.type === 'run.started');
  const plugins = template.requirements.plugins.map(
    ({ name, source, version }) => [`Plugin ${source ?? name}`, version ?? 'any version'] as const,
  );
  return {
    ...(own && { 'packer-hybrid': own.version }),
    ...(packerVersion !== null && { Packer: packerVersion }),
    ...Object.fromEntries(plugins),
    Node: process.versions.node,
    System: `${type()} ${release()} ${arch()}`,
    ...(git_sha !== null && { Commit: git_sha }),
  };
}
