import { defineRule, type Local, startOf, type Template, walkExpression } from 'packer-hybrid/rules';
import { isWholeTemplate, namesUsed } from '../_shared/declared-blocks.ts';
import { usesIn } from '../_shared/scoped-expressions.ts';

export default defineRule({
  id: 'syntax/unused-local-or-data',
  meta: {
    summary: 'A local or a data source is declared and nothing uses it.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Delete it, or use it.',
    example: 'locals {\n  firmware = "ovmf"\n}\nsource "proxmox-iso" "x" {\n  bios = local.firmware\n}',
    recommended: false,
  },
  messages: {
    local: 'Nothing uses the local "{name}".',
    data: 'Nothing uses the data source "{name}", and every build fetches it all the same.',
  },
  create({ template, report }) {
    return {
      template() {
        if (!isWholeTemplate(template)) return;
        const locals = namesUsed(template, 'local', ({ blocks, attribute }, name) => {
          const [outer] = blocks;
          const own = outer?.type === 'locals' ? attribute.name : outer?.type === 'local' && outer.labels[0];
          return own !== name;
        });
        for (const local of template.locals) {
          const { name } = local;
          if (!locals || locals.has(name) || isGuard(local)) continue;
          report({ at: startOf(local), message: 'local', data: { name } });
        }
        const fetched = dataUsed(template);
        for (const data of template.dataSources) {
          const name = `${data.type}.${data.name}`;
          if (!fetched || fetched.has(name) || fetched.has(`${data.type}.*`)) continue;
          report({ at: startOf(data), message: 'data', severity: 'medium', data: { name } });
        }
      },
    };
  },
});

/** A local that ends the build on purpose when a condition does not hold. */
function isGuard({ expression, name }: Local): boolean {
  if (/check|valid|assert|guard|ensure/i.test(name)) return true;
  const all = [...walkExpression(expression)];
  const isChoice = all.some(({ kind }) => kind === 'conditional');
  const fails = all.some(
    (one) => one.kind === 'index' || (one.kind === 'call' && ['file', 'regex'].includes(one.name)),
  );
  return isChoice && fails;
}

/** As `type.name`, with `*` for all of a type; undefined when `data` is used as a whole. */
function dataUsed(template: Template): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const { expression, parent, binds } of usesIn(template)) {
    if (
      expression.kind === 'name' &&
      expression.name === 'data' &&
      !binds('data') &&
      parent?.kind !== 'attribute'
    )
      return undefined;
    if (expression.kind !== 'attribute' || expression.target.kind !== 'name') continue;
    if (expression.target.name !== 'data') continue;
    names.add(`${expression.name}.${parent?.kind === 'attribute' ? parent.name : '*'}`);
  }
  return names;
}
