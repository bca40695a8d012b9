import { arch, release, type } from 'node:os';
import type { CloseContext, Template } from 'packer-hybrid';
import type { Story } from './story/run-stories.ts';

/** What the build was made with, as far as it is known. */
export async function versionsOf(
  context: CloseContext,
  {
    story,
    template,
    packer,
  }: { readonly story: Story; readonly template: Template; readonly packer: PackerOf },
): Promise<Record<string, string>> {
  const own = story.events.find((event) => event.type === 'run.started');
  const version = await packer?.version(context).catch(() => undefined);
  const plugins = template.requirements.plugins.map(
    ({ name, source, version: wanted }) => [`Plugin ${source ?? name}`, wanted ?? 'any version'] as const,
  );
  return {
    ...(own && { 'packer-hybrid': own.version }),
    ...(version !== undefined && { Packer: version }),
    ...Object.fromEntries(plugins),
    Node: process.versions.node,
    System: `${type()} ${release()} ${arch()}`,
    ...(context.record.git_sha !== null && { Commit: context.record.git_sha }),
  };
}

type PackerOf = { version(context: CloseContext): Promise<string | undefined> } | undefined;
