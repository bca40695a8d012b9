import type { Scope } from '../evaluate/index.ts';
import type { Labelled, Template, TemplateError } from '../model.ts';
import type { SyntaxBlock } from '../syntax/document.ts';
import { readBuild } from './builds.ts';
import type { Declarations } from './declarations.ts';
import { evaluateBody } from './evaluate-body.ts';
import { labelsOf } from './labels.ts';

/** Data sources, sources and builds. Packer never looks into a source that no build uses: what is wrong there is no error. */
export function readComponentsOf(
  declarations: Declarations,
  scope: Scope,
  errors: TemplateError[] | undefined,
): Pick<Template, 'dataSources' | 'sources' | 'builds'> {
  const builds = declarations.builds.map((block) => readBuild(block, scope, errors));
  const used = new Set(builds.flatMap(({ sources }) => sources.map(({ type, name }) => `${type}.${name}`)));
  return {
    builds,
    dataSources: declarations.dataSources.map((block) => labelled(block, scope, errors)),
    sources: declarations.sources.map((block) =>
      labelled(block, scope, used.has(block.labels.join('.')) ? errors : undefined),
    ),
  };
}

function labelled(block: SyntaxBlock, scope: Scope, errors: TemplateError[] | undefined): Labelled {
  const [type = '', name = ''] = labelsOf(block, scope);
  return { type, name, body: evaluateBody(block.body, scope, errors), range: block.range };
}
