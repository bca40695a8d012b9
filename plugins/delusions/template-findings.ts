import type { FindingInput, Template, TemplateError } from 'packer-hybrid';

const rules = {
  syntax: {
    rule: 'syntax/parse-error',
    remedy: 'Correct the text at this place; everything that is whole around it was read.',
  },
  reference: {
    rule: 'syntax/undefined-source-reference',
    remedy: 'Declare the source in this template, or correct its name.',
  },
  declaration: {
    rule: 'syntax/duplicate-declaration',
    remedy: 'Keep one of the declarations: all files of a template directory count as one.',
  },
} as const satisfies Record<TemplateError['kind'], Pick<FindingInput, 'rule' | 'remedy'>>;

/** What keeps a template from being read as a whole, as findings: Packer would refuse it too. */
export function templateFindings({ path, errors }: Template): readonly FindingInput[] {
  return errors.map(({ kind, message, range }) => ({
    ...rules[kind],
    family: 'syntax',
    severity: 'critical',
    message,
    template: path,
    range,
  }));
}
