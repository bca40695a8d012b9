import { resolve } from 'node:path';
import { lacksValue, type RunContext, sensitiveValues, type Template } from 'packer-hybrid';
import type { TemplateArguments } from '../command/arguments.ts';
import { packerVariables } from '../command/variables.ts';

/** The values of a template as far as they are known without preparing a build. */
export interface TemplateValues {
  readonly given: Omit<TemplateArguments, 'template'>;
  readonly env: Readonly<Record<string, string>>;
  /** Variables that still have no value. */
  readonly open: readonly string[];
}

/** Reads the values from the settings, and registers the secrets among them. */
export function templateValues(
  template: Template,
  { settingOf, secrets, workspace }: Pick<RunContext, 'settingOf' | 'secrets' | 'workspace'>,
): TemplateValues {
  const setting = settingOf(template);
  for (const value of [...sensitiveValues(template), ...Object.values(setting.secrets)]) secrets.add(value);
  const { flags, env } = packerVariables(template, {
    offered: {},
    vars: setting.vars,
    secretVars: setting.secrets,
    env: process.env,
  });
  const varFiles = setting.varFiles.map((file) => resolve(workspace.root, file));
  const open = template.variables.filter(lacksValue).map((variable) => variable.name);
  return { given: { varFiles, flags }, env, open };
}
