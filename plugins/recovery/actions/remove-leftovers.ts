import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  attributeValue,
  portablePath,
  type RecoverContext,
  type RecoveryStepInput,
  sourceBody,
} from 'packer-hybrid';
import { builtInAction, type Proposal } from './built-in-action.ts';

const id = 'remove-leftovers';
const causes: readonly string[] = ['output-exists', 'artifact-already-exists', 'packer-killed'];

/** Removes the folder that an unfinished build left where the next one has to write, and only that. */
export const removeLeftovers = builtInAction({
  id,
  corrects: true,
  propose(context) {
    const { diagnosis } = context;
    if (diagnosis && causes.includes(diagnosis.cause)) return clearTheWay(context);
    return diagnosis && clearBeforehand(context);
  },
  async execute({ step, workspace, removeOwn }) {
    const { path = '' } = step.details;
    await removeOwn(resolve(workspace.root, path));
    return { detail: `Removed ${path}.` };
  },
});

async function clearTheWay(context: RecoverContext): Promise<Proposal> {
  const path = outputFolder(context);
  if (path === undefined || !existsSync(path) || !isNamed(context, path)) {
    return { refusal: 'What is in the way is nothing that a build of this target makes in the workspace.' };
  }
  if (await isOurs(context, path)) return { step: stepFor(context, path) };
  const shown = portablePath(context.workspace.root, path);
  return { refusal: `No unfinished build is known to have left ${shown}, so it is not removed.` };
}

/** A build that ended badly in any other way may have left its output as well: the next one would find it in its way. */
async function clearBeforehand(context: RecoverContext): Promise<Proposal> {
  const path = outputFolder(context);
  if (path === undefined || !existsSync(path) || !(await isOurs(context, path))) return undefined;
  return { step: stepFor(context, path), goesAlong: true };
}

/**
 * It is there, so that this claim makes no new entry in the journal unless a killed run left it. The claim is refused where
 * another target builds it.
 */
function isOurs(context: RecoverContext, path: string): Promise<boolean> {
  return context.claim(path).then(
    ({ ours }) => ours,
    () => false,
  );
}

function stepFor({ workspace }: RecoverContext, path: string): RecoveryStepInput {
  const shown = portablePath(workspace.root, path);
  const title = `Remove ${shown}, which an unfinished build left.`;
  return { action: id, title, details: { path: shown } };
}

/** The folder that the builder writes its image to; undefined where only Packer knows. */
function outputFolder({ template, target: { source, build } }: RecoverContext): string | undefined {
  const body = sourceBody(template, { ...source, build });
  const isSet = body.attributes.some(({ name }) => name === 'output_directory');
  if (!isSet) return resolve(template.cwd, `output-${source.name}`);
  const value = attributeValue(body, 'output_directory');
  const isKnown = value.state === 'known' && typeof value.value === 'string' && value.value !== '';
  return isKnown ? resolve(template.cwd, String(value.value)) : undefined;
}

/** Whether the failure is about this path: it names it, or no path at all. */
function isNamed({ diagnosis, template }: RecoverContext, path: string): boolean {
  const text = diagnosis?.evidence.map((line) => line.text).join('\n') ?? '';
  const named = [...text.matchAll(/(?:directory|file|path):? ['"]?([^\s'"]+)/gi)].map(([, one]) => one ?? '');
  const paths = named.map((one) => resolve(template.cwd, one.replace(/[.,:]$/, '')));
  const isPath = (one: string) => existsSync(one);
  return !paths.some(isPath) || paths.includes(path);
}
