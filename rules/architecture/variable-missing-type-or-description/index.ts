import { defineRule, startOf, type Variable } from 'packer-hybrid/rules';

interface Options {
  /** Whether a variable has to say what it is for. */
  readonly description: boolean;
}

export default defineRule({
  id: 'architecture/variable-missing-type-or-description',
  meta: {
    summary: 'A variable does not say what it takes, or what it is for.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Give the variable a type and a description.',
    example:
      'variable "iso_urls" {\n  type        = list(string)\n  description = "Mirrors of the installer ISO."\n  default     = null\n}',
    recommended: false,
  },
  messages: {
    type: 'The variable "{name}" has no type, so it takes anything, and a wrong value shows up deep inside a builder.',
    inferred: 'The variable "{name}" has no type; Packer takes that of its default.',
    description: '{count} of the variables in this file have no description: {names}.',
  },
  subs: { description: 'Variables without a description.', inferred: 'The type is that of the default.' },
  defaults: { description: true } as Options,
  create({ template, options, report }) {
    const undescribed = new Map<string, Variable[]>();
    const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');
    // The old map `variables { … }` has no room for either.
    const declared = new Set(
      template.blocks.filter(({ type }) => type === 'variable').map(({ labels }) => labels[0]),
    );
    return {
      variable(variable) {
        const { name, type, hasDefault, value, range, description } = variable;
        if (isLegacy || !declared.has(name)) return;
        const isOpen = !hasDefault || (value.state === 'known' && value.value === null);
        if (type === undefined && isOpen)
          report({ at: startOf(variable), message: 'type', severity: 'medium', data: { name } });
        else if (type === undefined)
          report({ at: startOf(variable), message: 'inferred', sub: 'inferred', data: { name } });
        if (description === undefined && options.description)
          undescribed.set(range.file, [...(undescribed.get(range.file) ?? []), variable]);
      },
      end() {
        for (const variables of undescribed.values()) {
          const [first] = variables;
          const names = variables.slice(0, 5).map(({ name }) => name);
          const list = variables.length > 5 ? `${names.join(', ')} …` : names.join(', ');
          const data = { count: variables.length, names: list };
          if (first) report({ at: startOf(first), message: 'description', sub: 'description', data });
        }
      },
    };
  },
});
