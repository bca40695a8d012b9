import { defineRule, type TemplateFile } from 'packer-hybrid/rules';

/** What `packer hcl2_upgrade` leaves to people, as it is written. */
const untranslated: readonly (readonly [RegExp, string])[] = [
  [/\{\{\s*template_dir\b/, 'template_dir'],
  [/\{\{\s*env\b/, 'env'],
  [/\{\{\s*(?:consul_key|vault)\b/, 'consul_key and vault'],
  [/\{\{[^}]*\|[^}]*\}\}/, 'pipes'],
];

export default defineRule({
  id: 'architecture/legacy-json-template',
  meta: {
    summary: 'The template is written in the old JSON form.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'moderate',
    confidence: 0.85,
    remedy: 'Translate it with "packer hcl2_upgrade -with-annotations".',
    example: 'source "qemu" "debian" {\n  iso_url = "debian.iso"\n}',
    recommended: true,
  },
  messages: {
    legacy:
      'The old JSON form has no required_plugins, no locals, no validation and no data sources, and gets nothing new; "packer hcl2_upgrade" translates it{rest}.',
  },
  create: ({ report }) => ({
    file(file) {
      if (file.syntax !== 'legacy-json' || file.role !== 'template') return;
      const left = untranslated.filter(([pattern]) => pattern.test(file.text)).map(([, name]) => name);
      const rest = left.length === 0 ? '' : `, except ${left.join(', ')}`;
      report({ at: startOfFile(file), message: 'legacy', data: { rest } });
    },
  }),
});

function startOfFile({ path }: TemplateFile) {
  const start = { line: 1, column: 1, offset: 0 };
  return { file: path, start, end: start };
}
