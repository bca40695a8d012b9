import type { Artifact, GuestBooter, ValidateContext } from 'packer-hybrid';
import { bootArtifact } from './boot-artifact.ts';
import { checkFiles } from './check-files.ts';
import type { AssuranceOptions } from './options.ts';

export interface ValidateParts {
  readonly options: AssuranceOptions;
  /** Absent where the platform cannot boot what it built. */
  readonly booter: GuestBooter | undefined;
}

/** Gathers evidence about a finished image: its files, and how it behaves when it is booted. */
export async function validate(context: ValidateContext, { options, booter }: ValidateParts): Promise<void> {
  const { artifacts, workspace, target } = context;
  const files = await checkFiles(artifacts, workspace.root);
  if (files) context.report(files);
  // What is not what was built must not be run either.
  if (files?.score === 0) return;

  const reason = whyNotBooted(context, { options, booter });
  if (reason || !booter) {
    context.emit({ type: 'note', text: `The image of ${target.packer_name} was not booted: ${reason}.` });
    return;
  }
  for (const artifact of distinct(artifacts)) await bootArtifact(context, { artifact, booter, options });
}

function whyNotBooted(
  { artifacts, target }: ValidateContext,
  { options, booter }: ValidateParts,
): string | undefined {
  if (options.boot === 'off') return 'the configuration turns that off';
  if (artifacts.length === 0) return 'the build left no artifact';
  if (!booter) return `images of the platform "${target.platform}" cannot be booted yet`;
  return undefined;
}

/** Post-processors often report the same files again. */
function distinct(artifacts: readonly Artifact[]): readonly Artifact[] {
  const seen = new Map<string, Artifact>();
  for (const artifact of artifacts) {
    const key = artifact.files.map(({ path }) => path).join('\n');
    if (!seen.has(key)) seen.set(key, artifact);
  }
  return [...seen.values()];
}
