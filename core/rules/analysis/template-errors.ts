import type { Template, TemplateError } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';

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
} as const satisfies Record<string, Pick<Finding, 'rule' | 'remedy'>>;

/** What keeps a template from being read as a whole, as findings: Packer would refuse it too. */
export function templateErrorFindings({ path, errors }: Template): readonly Finding[] {
  return errors.map(({ kind, message, range }: TemplateError): Finding => {
    const known = Object.hasOwn(rules, kind) ? rules[kind as keyof typeof rules] : undefined;
    return {
      rule: `syntax/${kind}-error`,
      remedy: 'Correct what stands at this place.',
      ...known,
      family: 'syntax',
      severity: 'critical',
      impact: 'build-fails',
      recovery_complexity: 'simple',
      confidence: 1,
      message,
      template: path,
      range,
    };
  });
}

/** Errors that no rule tells of better: one of the same family that starts on the same line does. */
export function errorsWithoutRule(
  errors: readonly Finding[],
  findings: readonly Finding[],
): readonly Finding[] {
  const told = new Set(findings.filter(({ family }) => family === 'syntax').map(lineKey));
  return errors.filter((error) => !told.has(lineKey(error)));
}

function lineKey({ range, template }: Finding): string {
  return `${template} ${range?.file} ${range?.start.line}`;
}
