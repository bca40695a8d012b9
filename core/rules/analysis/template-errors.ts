import type { Template, TemplateError } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import { ruleOfError } from './error-rules.ts';

/** What keeps a template from being read as a whole, as findings: Packer would refuse it too. */
export function templateErrorFindings({ path, errors }: Template): readonly Finding[] {
  return errors.map((error: TemplateError): Finding => {
    const { message, range } = error;
    const { rule, remedy } = ruleOfError(error);
    return {
      rule,
      family: 'syntax',
      severity: 'critical',
      impact: 'build-fails',
      recovery_complexity: 'simple',
      confidence: 1,
      message,
      remedy,
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
