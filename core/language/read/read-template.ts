import type { Scope } from '../evaluate/index.ts';
import type { FoundTemplate } from '../find/found-template.ts';
import { type TextParser, textParser } from '../hcl/parse-text.ts';
import { rememberScope } from '../inputs/template-scope.ts';
import type { Template, TemplateError, TemplateFile } from '../model.ts';
import type { SyntaxDocument, UnparsedFile } from '../syntax/document.ts';
import { parseFile } from '../syntax/parse-file.ts';
import { anything } from '../values/index.ts';
import { collectDeclarations, type Declarations } from './declarations.ts';
import { duplicateErrors } from './duplicates.ts';
import { evaluateBody } from './evaluate-body.ts';
import { localErrors } from './local-cycles.ts';
import { readLocals } from './locals.ts';
import { readComponentsOf } from './read-components.ts';
import { referenceErrors } from './reference-errors.ts';
import { readRequirements } from './requirements.ts';
import { templateFiles, templateRoot } from './template-files.ts';
import { uniqueErrors } from './unique-errors.ts';
import { variableFileErrors } from './variable-file-errors.ts';
import { variableFiles } from './variable-files.ts';
import { readVariables, type VariablesRead } from './variables.ts';
import { withoutConsequences } from './without-consequences.ts';

export interface ReadOptions {
  /** The workspace root: paths are shown relative to it, and those of variable files count from it. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variable files that win over those of the setting. */
  readonly extraVarFiles?: readonly string[];
  /** Texts that stand in for what files have on the disk, by absolute path. */
  readonly overlay?: ReadonlyMap<string, string>;
}

interface Parsed {
  readonly files: readonly UnparsedFile[];
  readonly documents: readonly SyntaxDocument[];
}

/** Reads a template as Packer would see it: every file parsed, variables with their values, builds with their sources. */
export async function readTemplate(found: FoundTemplate, options: ReadOptions): Promise<Template> {
  const { root, extraVarFiles = [], overlay = new Map() } = options;
  const { files, automatic } = await templateFiles(found, root);
  const written = await parse(files.map((file) => overlaid(file, overlay)));
  const given = await parse(
    await variableFiles([...automatic, ...found.setting.varFiles, ...extraVarFiles], root),
  );
  return build({ found, options, written, given, parser: await textParser() });
}

function overlaid(file: UnparsedFile, overlay: ReadonlyMap<string, string>): UnparsedFile {
  const text = overlay.get(file.absolutePath);
  return text === undefined ? file : { ...file, text, isOverlaid: true };
}

async function parse(files: readonly UnparsedFile[]): Promise<Parsed> {
  return { files, documents: await Promise.all(files.map(parseFile)) };
}

interface Reading {
  readonly found: FoundTemplate;
  readonly options: ReadOptions;
  readonly written: Parsed;
  readonly given: Parsed;
  readonly parser: TextParser;
}

function build(reading: Reading): Template {
  const { found, options, written, given } = reading;
  const declarations = collectDeclarations(written.documents.map(({ body }) => body));
  const folder = templateRoot(found);
  const path = { root: folder, cwd: found.setting.cwd === 'workspace' ? options.root : folder };
  const legacy = written.files.some(({ syntax }) => syntax === 'legacy-json');
  const variables = variablesOf(reading, declarations, { path, legacy });
  const { scope, locals, errors } = readLocals(
    declarations.locals,
    scopeFor(reading, declarations, variables),
  );
  const evaluated: TemplateError[] = [...variables.errors, ...errors];
  const components = readComponentsOf(declarations, scope, legacy ? undefined : evaluated);
  const syntax = [...written.documents, ...given.documents].flatMap((document) => document.errors);
  const template: Template = {
    path: found.path,
    kind: found.kind,
    root: folder,
    cwd: path.cwd,
    files: [...withComments(written), ...withComments(given)],
    requirements: readRequirements(declarations.packer, scope),
    variables: variables.variables,
    locals,
    ...components,
    blocks: written.documents.flatMap(({ body }) => evaluateBody(body, scope).blocks),
    variableFiles: given.documents.map(({ body }) => ({
      path: body.range.file,
      body: evaluateBody(body, scope),
    })),
    errors: uniqueErrors([
      ...syntax,
      ...withoutConsequences(syntax, [
        ...(legacy ? [] : declarations.errors),
        ...duplicateErrors(declarations),
        ...(legacy ? [] : variableFileErrors(given.documents)),
        ...localErrors(declarations.locals),
        ...evaluated,
        ...referenceErrors(components.builds, components.sources),
      ]),
    ]),
  };
  return rememberScope(template, scope);
}

function variablesOf(
  { found, options, given, parser }: Reading,
  { variables }: Declarations,
  { path, legacy }: { readonly path: Scope['path']; readonly legacy: boolean },
): VariablesRead & { readonly path: Scope['path']; readonly legacy: boolean } {
  const { env } = options;
  const read = readVariables(variables, {
    env,
    exported: legacy ? {} : env,
    files: given.documents.map(({ body }) => body),
    setting: found.setting,
    parser,
    path,
    legacy,
  });
  return { ...read, path, legacy };
}

/** Everything but the locals. */
function scopeFor(
  { options, parser }: Reading,
  { dataSources }: Declarations,
  { values, unset, path, legacy }: ReturnType<typeof variablesOf>,
): Scope {
  const declared = new Set(dataSources.map(({ labels }) => labels.join('.')));
  const nowhere = { line: 1, column: 1, offset: 0 };
  const range = { file: '', start: nowhere, end: nowhere };
  const scope: Scope = {
    variable: (name) => values.get(name),
    local: () => anything,
    hasDataSource: (type, name) => declared.has(`${type}.${name}`),
    path,
    legacy,
    files: { base: path.root, root: options.root, template: (text) => parser.template(text, range) },
  };
  if (unset.size === 0) return scope;
  const variable = (name: string) => (unset.has(name) ? anything : values.get(name));
  return { ...scope, lenient: { ...scope, variable } };
}

function withComments({ files, documents }: Parsed): readonly TemplateFile[] {
  return files.map((file, index) => ({ ...file, comments: documents[index]?.comments ?? [] }));
}
