import type { ResolvedConfig } from '../../core/config/index.ts';
import { readHashManifest } from '../../core/state/index.ts';
import { artifactText } from '../inspect/artifact-text.ts';
import { inspectTemplates, targetsOf } from '../inspect/inspect-template.ts';
import { isTemplatePath, type Subject, subjectOf } from '../inspect/subject.ts';
import { templateDocument } from '../inspect/template-document.ts';
import { templateText } from '../inspect/template-text.ts';
import type { Command, Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { renderSummary } from '../reporters/pretty/summary.ts';
import { shownPath } from '../shown-path.ts';
import { styleOf } from '../style-of.ts';

/** `inspect`: an existing path is a template; anything else is an artifact or a run. */
export const command: Command = async (invocation) => {
  const [subject = ''] = invocation.args;
  if (isTemplatePath(subject, invocation.cwd)) return await inspectPath(subject, invocation);
  await inspectId(subject, invocation);
  return 0;
};

/** Ends with 1 when Packer would refuse a template; everything that is whole is shown all the same. */
async function inspectPath(path: string, invocation: Invocation): Promise<number> {
  const { options, output, env, cwd } = invocation;
  const config = await readConfig(invocation, 'inspect', { templates: [path] });
  const templates = await inspectTemplates(config, env);
  const showPath = (file: string) => shownPath(file, cwd, config.workspace.root);
  if (isJson(options)) printJson(output, templateDocument(templates, showPath));
  else {
    const shared = { width: screenWidth(output), style: styleOf(invocation), showPath };
    const targets = await targetsOf(config, isCi(env));
    output.out(templates.map((template) => templateText(template, { ...shared, targets })).join('\n\n'));
  }
  return templates.some(({ errors }) => errors.length > 0) ? 1 : 0;
}

async function inspectId(id: string, invocation: Invocation): Promise<void> {
  const { options, output, cwd } = invocation;
  const config = await readConfig(invocation, 'inspect');
  const subject = await subjectOf(id, config.workspace, cwd);
  if (isJson(options)) printJson(output, await document(subject, config));
  else output.out(await text(subject, config, invocation));
}

async function document(subject: Subject, { workspace }: ResolvedConfig): Promise<object> {
  if (subject.kind === 'run') return { version: 1, ...subject };
  const hashes = await readHashManifest(workspace, subject.manifest.target.slug);
  return { version: 1, ...subject, hashes: hashes ?? null };
}

async function text(
  subject: Subject,
  { workspace }: ResolvedConfig,
  invocation: Invocation,
): Promise<string> {
  const { cwd, output } = invocation;
  const shared = { style: styleOf(invocation), cwd, workspaceRoot: workspace.root };
  if (subject.kind === 'run') {
    return renderSummary(subject.record, { ...shared, width: screenWidth(output) }).trimStart();
  }
  const hashes = await readHashManifest(workspace, subject.manifest.target.slug);
  return artifactText(subject.manifest, hashes, shared);
}
