import {
  defineRule,
  errorsOf,
  findIn,
  isJson,
  nearTo,
  type SourceUse,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';

export default defineRule({
  id: 'syntax/undefined-source-reference',
  meta: {
    summary: 'A build names a source that no file of the template declares.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.97,
    remedy: 'Declare the source in this template, or correct its name.',
    example: 'build {\n  sources = ["source.proxmox-iso.debian12"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'The source "{name}" is not declared; "{meant}" was probably meant.',
    error: '{text}',
  },
  create({ template, report }) {
    return {
      template() {
        const uses = template.builds.flatMap(({ sources }) => sources);
        for (const { range, message: text } of errorsOf(template, 'syntax/undefined-source-reference')) {
          const use = uses.find((one) => one.range === range && text.includes(nameOf(one)));
          const meant = use && nearSource(template, use);
          if (!use || meant === undefined) report({ at: range, message: 'error', data: { text } });
          else {
            const data = { name: nameOf(use), meant };
            report({ at: range, message: 'meant', data, fix: corrected(template, use, meant) });
          }
        }
      },
    };
  },
});

function nameOf({ type, name }: { readonly type: string; readonly name: string }): string {
  return type === '' ? name : `${type}.${name}`;
}

/** A slip in the type or in the name, or a name whose type is missing. */
function nearSource({ sources }: Template, use: SourceUse): string | undefined {
  const alike = sources.filter(({ type, name }) => {
    if (use.type === '') return name === use.name;
    return isNear(type, use.type) && isNear(name, use.name);
  });
  const [first] = alike;
  return first && (alike.length === 1 || use.type !== '') ? nameOf(first) : undefined;
}

function isNear(known: string, word: string): boolean {
  return known === word || nearTo(word, [known]) !== undefined;
}

function corrected(template: Template, use: SourceUse, newText: string): readonly TextEdit[] {
  const { range } = use;
  const place = findIn(template, range, nameOf(use));
  return place && !isJson(range) ? [{ range: place, newText }] : [];
}
