import type { ResolvedConfig } from '../../core/config/index.ts';
import { readHashManifest } from '../../core/state/index.ts';
import { artifactText } from '../inspect/artifact-text.ts';
import { inspectTemplates } from '../inspect/inspect-template.ts';
import { isTemplatePath, type Subject, subjectOf } from '../inspect/subject.ts';
import { templateText } from '../inspect/template-text.ts';
import type { Command, Invocation } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { renderSummary } from '../reporters/pretty/summary.ts';
import { styleOf } from '../style-of.ts';

/** `inspect`: an existing path is a template; anything else is an artifact or a run. */
export const command: Command = async (invocation) => {
  const [subject = ''] = invocation.args;
  if (isTemplatePath(subject, invocation.cwd)) await inspectPath(subject, invocation);
  else await inspectId(subject, invocation);
  return 0;
};

async function inspectPath(path: string, invocation: Invocation): Promise<void> {
  const { options, output, env } = invocation;
  const config = await readConfig(invocation, 'inspect', { templates: [path] });
  const templates = await inspectTemplates(config, { env, ci: isCi(env) });
  if (isJson(options)) printJson(output, { version: 1, kind: 'template', templates });
  else {
    const width = screenWidth(output);
    const style = styleOf(invocation);
    output.out(templates.map((template) => templateText(template, style, width)).join('\n\n'));
  }
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
