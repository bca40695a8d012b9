import type { Body, Template } from '../../language/index.ts';
import { walkExpression } from '../../language/index.ts';
import type { Holder } from '../rule.ts';
import { scriptsOf } from '../scripts/scripts-of.ts';
import { componentViews } from './component-views.ts';
import { outerHolders } from './holders.ts';
import type { NamedFiles } from './named-files.ts';
import { targetViews } from './target-views.ts';
import type { Visitors } from './visitors.ts';

/** Walks a template once, in the order of its meaning: declarations, targets, components, then what is in them. */
export function walkTemplate(template: Template, visitors: Visitors, files: NamedFiles): void {
  const targets = targetViews(template);
  const provisioners = componentViews(template, 'provisioners');
  const postProcessors = componentViews(template, 'postProcessors');

  visitors.visit('template', template);
  visitDeclarations(template, visitors);
  for (const target of targets) visitors.visit('target', target);
  for (const view of provisioners) visitors.visit('provisioner', view);
  for (const view of postProcessors) visitors.visit('postProcessor', view);
  if (visitors.asksFor('attribute', 'block', 'expression')) {
    for (const holder of outerHolders(template, { provisioners, postProcessors }))
      visitBody(holder, visitors);
  }
  if (visitors.asksFor('script')) {
    for (const owner of [...targets, ...provisioners, ...postProcessors]) {
      for (const script of scriptsOf({ template, files, owner })) visitors.visit('script', script);
    }
  }
  visitors.visit('end', template);
}

function visitDeclarations(template: Template, visitors: Visitors): void {
  for (const file of template.files) visitors.visit('file', file);
  for (const variable of template.variables) visitors.visit('variable', variable);
  for (const local of template.locals) {
    visitors.visit('local', local);
    visitExpressions(local.expression, visitors);
  }
  for (const block of template.blocks) if (!held.has(block.type)) visitExpressionsIn(block.body, visitors);
  for (const data of template.dataSources) visitors.visit('data', data);
  for (const source of template.sources) visitors.visit('source', source);
  for (const build of template.builds) visitors.visit('build', build);
}

function visitBody(holder: Holder, visitors: Visitors, body: Body = holder.body): void {
  for (const attribute of body.attributes) {
    visitors.visit('attribute', attribute, holder);
    visitExpressions(attribute.expression, visitors);
  }
  for (const block of body.blocks) {
    visitors.visit('block', block, holder);
    visitBody({ ...holder, blocks: [...holder.blocks, block] }, visitors, block.body);
  }
}

/** Blocks whose expressions are visited with what they declare. */
const held = new Set(['source', 'data', 'build', 'local', 'locals']);

function visitExpressionsIn({ attributes, blocks }: Body, visitors: Visitors): void {
  for (const { expression } of attributes) visitExpressions(expression, visitors);
  for (const { body } of blocks) visitExpressionsIn(body, visitors);
}

function visitExpressions(root: Parameters<typeof walkExpression>[0], visitors: Visitors): void {
  if (!visitors.asksFor('expression')) return;
  for (const expression of walkExpression(root)) visitors.visit('expression', expression);
}
