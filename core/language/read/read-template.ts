import type { Scope } from '../evaluate/index.ts';
import type { FoundTemplate } from '../find/found-template.ts';
import { textParser } from '../hcl/parse-text.ts';
import type { Labelled, Template, TemplateFile } from '../model.ts';
import type { SyntaxBlock, SyntaxDocument, UnparsedFile } from '../syntax/document.ts';
import { parseFile } from '../syntax/parse-file.ts';
import { readBuild } from './builds.ts';
import { collectDeclarations } from './declarations.ts';
import { duplicateErrors } from './duplicates.ts';
import { evaluateBody } from './evaluate-body.ts';
import { labelsOf } from './labels.ts';
import { readLocals, templateScope } from './locals.ts';
import { referenceErrors } from './reference-errors.ts';
import { readRequirements } from './requirements.ts';
import { automaticVariableFiles, templateFiles, templateRoot } from './template-files.ts';
import { variableFiles } from './variable-files.ts';
import { readVariables } from './variables.ts';
import { withoutConsequences } from './without-consequences.ts';

export interface ReadOptions {
  /** The workspace root: paths are shown relative to it, and those of variable files count from it. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Variable files that win over those of the setting. */
  readonly extraVarFiles?: readonly string[];
}

/** Reads a template as Packer would see it: every file parsed, variables with their values, builds with their sources. */
export async function readTemplate(found: FoundTemplate, options: ReadOptions): Promise<Template> {
  const { root, env, extraVarFiles = [] } = options;
  const files = await templateFiles(found, root);
  const automatic = await automaticVariableFiles(found);
  const values = await variableFiles([...automatic, ...found.setting.varFiles, ...extraVarFiles], root);
  const documents = await Promise.all(files.map(parseFile));
  const valueDocuments = await Promise.all(values.map(parseFile));
  const declarations = collectDeclarations(documents.map(({ body }) => body));

  const folder = templateRoot(found);
  const cwd = found.setting.cwd === 'workspace' ? root : folder;
  const path = { root: folder, cwd };
  const isLegacy = files.some(({ syntax }) => syntax === 'legacy-json');
  const variables = readVariables(declarations.variables, {
    env,
    exported: isLegacy ? {} : env,
    files: valueDocuments.map(({ body }) => body),
    setting: found.setting,
    parser: await textParser(),
    path,
  });
  const scope = templateScope(variables, declarations.locals, path);
  const sources = declarations.sources.map((block) => labelled(block, scope));
  const builds = declarations.builds.map((block) => readBuild(block, scope));
  const syntax = [...documents, ...valueDocuments].flatMap(({ errors }) => errors);
  return {
    path: found.path,
    kind: found.kind,
    root: folder,
    cwd,
    files: [...withComments(files, documents), ...withComments(values, valueDocuments)],
    requirements: readRequirements(declarations.packer, scope),
    variables,
    locals: readLocals(declarations.locals, scope),
    dataSources: declarations.dataSources.map((block) => labelled(block, scope)),
    sources,
    builds,
    blocks: documents.flatMap(({ body }) => evaluateBody(body, scope).blocks),
    variableFiles: valueDocuments.map(({ body }) => ({
      path: body.range.file,
      body: evaluateBody(body, scope),
    })),
    errors: [
      ...syntax,
      ...withoutConsequences(syntax, [
        ...declarations.errors,
        ...duplicateErrors(declarations),
        ...referenceErrors(builds, sources),
      ]),
    ],
  };
}

function labelled(block: SyntaxBlock, scope: Scope): Labelled {
  const [type = '', name = ''] = labelsOf(block, scope);
  return { type, name, body: evaluateBody(block.body, scope), range: block.range };
}

function withComments(
  files: readonly UnparsedFile[],
  documents: readonly SyntaxDocument[],
): readonly TemplateFile[] {
  return files.map((file, index) => ({ ...file, comments: documents[index]?.comments ?? [] }));
}
