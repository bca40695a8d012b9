import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { attributeValue, type BuildContext, portablePath, sourceBody } from 'packer-hybrid';

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

function outputFolder({ template, target }: BuildContext, cwd: string): string {
  const { type, name } = target.source;
  const value = attributeValue(sourceBody(template, { type, name, build: target.build }), 'output_directory');
  return resolve(
    cwd,
    value.state === 'known' && typeof value.value === 'string' ? value.value : `output-${name}`,
  );
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
