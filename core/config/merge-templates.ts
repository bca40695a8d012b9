import { relative, resolve, sep } from 'node:path';
import type { TemplateSetting } from '../language/index.ts';
import type { ConfigDocument, EnvironmentOverlay } from './schema.ts';

type DocumentTemplate = NonNullable<ConfigDocument['templates']>[number];
type Values = Pick<EnvironmentOverlay, 'vars' | 'secrets' | 'varFiles'>;

/** Where a template setting was written. */
export interface TemplateSource {
  readonly layer: 'file' | 'environment' | 'command line' | 'discovery';
  /** Position in the list of that layer. */
  readonly index: number;
  /** The entry of the configuration that gives it its values, if one does. */
  readonly written: (DocumentTemplate & { readonly index: number }) | undefined;
}
export interface MergedTemplate {
  readonly setting: TemplateSetting;
  readonly source: TemplateSource;
}

interface MergeTemplates {
  readonly root: string;
  readonly cwd: string;
  readonly document: ConfigDocument;
  readonly environment: EnvironmentOverlay;
  /** Paths from the command line. */
  readonly named: readonly string[] | undefined;
}

function without(values: Readonly<Record<string, string>> = {}, taken: object = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !Object.hasOwn(taken, name)));
}

/**
 * A template with the values that its environment gives to every template. A name is either a plain variable or a secret:
 * the environment's word replaces the template's of both kinds, and a secret is never also given openly.
 */
export function withValues(template: DocumentTemplate, values: Values): TemplateSetting {
  const secrets = { ...without(template.secrets, values.vars), ...values.secrets };
  return {
    path: template.path,
    vars: without({ ...template.vars, ...values.vars }, secrets),
    secrets,
    varFiles: [...(template.varFiles ?? []), ...(values.varFiles ?? [])],
    ...(template.os === undefined ? {} : { os: template.os }),
    cwd: template.cwd ?? 'template',
  };
}

function portable(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

/** A path of the command line, as the configuration would write it. */
function fromRoot(path: string, { root, cwd }: MergeTemplates): string {
  const inside = relative(root, resolve(cwd, path));
  return inside.startsWith('..') ? resolve(cwd, path) : portable(inside || '.');
}

function configured({ document, environment }: MergeTemplates) {
  const layer = environment.templates ? ('environment' as const) : ('file' as const);
  const templates = environment.templates ?? document.templates ?? [];
  return { layer, templates: templates.map((template, index) => ({ ...template, index })) };
}

/** The templates that count: those of the command line, else of the environment, else of the file. */
export function mergeTemplates(options: MergeTemplates): readonly MergedTemplate[] {
  const { root, environment, named } = options;
  const { layer, templates } = configured(options);
  if (named === undefined || named.length === 0) {
    return templates.map(({ index, ...template }) => ({
      setting: withValues(template, environment),
      source: { layer, index, written: { ...template, index } },
    }));
  }
  return named.map((name, index) => {
    const path = fromRoot(name, options);
    const written = templates.find((template) => resolve(root, template.path) === resolve(root, path));
    const setting = withValues({ ...written, path }, environment);
    return { setting, source: { layer: 'command line' as const, index, written } };
  });
}
