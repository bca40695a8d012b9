import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { attributeValue, type BuildContext, portablePath, sourceBody } from 'packer-hybrid';

/** Remembers whether the output folder was there before a build, to tell afterwards whether the build left one. */
export async function watchOutputFolder(
  { template, target, workspace }: Pick<BuildContext, 'template' | 'target' | 'workspace'>,
  cwd: string,
): Promise<{ leftover(): Promise<string | undefined> }> {
  const { type, name } = target.source;
  const value = attributeValue(sourceBody(template, { type, name, build: target.build }), 'output_directory');
  const folder = value.state === 'known' && typeof value.value === 'string' ? value.value : `output-${name}`;
  const path = resolve(cwd, folder);
  const wasThere = await exists(path);
  return {
    leftover: async () =>
      !wasThere && (await exists(path)) ? portablePath(workspace.root, path) : undefined,
  };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
