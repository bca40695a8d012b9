import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { attributeOf, attributeValue, type BuildContext, portablePath, sourceBody } from 'packer-hybrid';

/** The folder that a build writes its image to. */
export interface OutputFolder {
  /** Call it now and then during the build: it remembers the folder once it is there. */
  look(): void;
  /** Call it after the build; the path of what an unfinished build left, if it left something. */
  ended(isFinished: boolean): Promise<string | undefined>;
}

/** Claims the output folder before a build, so that what the build leaves there can be told from what was there before. */
export async function claimOutputFolder(context: BuildContext, cwd: string): Promise<OutputFolder> {
  const { workspace, request } = context;
  const path = outputFolder(context, cwd);
  if (path === undefined) return noFolder;
  const claim = await context.claim(path);
  return {
    look: claim.look,
    async ended(isFinished) {
      claim.look();
      const isLeft = !isFinished && claim.ours && (await exists(path));
      if (isFinished) claim.close('kept');
      else if (!isLeft) claim.close('gone');
      // With `abort` the user asked for what a failed build leaves.
      else if (request.onError === 'abort') claim.close('kept');
      return isLeft ? portablePath(workspace.root, path) : undefined;
    },
  };
}

const noFolder: OutputFolder = { look: () => undefined, ended: async () => undefined };

/** Builders that write an image to this machine also where the template names no folder. */
const local = /^(?:qemu|virtualbox|vmware|parallels|hyperv)(?:-|$)/;

function outputFolder({ template, target }: BuildContext, cwd: string): string | undefined {
  const { type, name } = target.source;
  const body = sourceBody(template, { type, name, build: target.build });
  if (!local.test(type) && !attributeOf(body, 'output_directory')) return undefined;
  const value = attributeValue(body, 'output_directory');
  return resolve(
    cwd,
    value.state === 'known' && typeof value.value === 'string' ? value.value : `output-${name}`,
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
