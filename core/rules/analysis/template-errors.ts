import type { Template, TemplateError } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';

interface Told {
  readonly kind: string;
  readonly message: RegExp;
  readonly rule: `syntax/${string}`;
  readonly remedy: string;
}

/** Which rule an error belongs to: the first line that fits. The language says what is wrong, a rule has a name and a readme. */
const table: readonly Told[] = [
  {
    kind: 'syntax',
    message: /attribute.*(?:twice|already|more than once|again)/i,
    rule: 'syntax/duplicate-attribute',
    remedy: 'Keep one of the two: an attribute is written once in a block.',
  },
  {
    kind: 'syntax',
    message: /./,
    rule: 'syntax/parse-error',
    remedy: 'Correct the text at this place; everything that is whole around it was read.',
  },
  {
    kind: 'reference',
    message: /^The variable /,
    rule: 'syntax/undeclared-variable',
    remedy: 'Declare the variable in this template, or correct its name.',
  },
  {
    kind: 'reference',
    message: /needs itself/,
    rule: 'syntax/circular-reference',
    remedy: 'Take one of the references out of the circle.',
  },
  {
    kind: 'reference',
    message: /^The local /,
    rule: 'syntax/undeclared-local',
    remedy: 'Declare the local in this template, or correct its name.',
  },
  {
    kind: 'reference',
    message: /source/,
    rule: 'syntax/undefined-source-reference',
    remedy: 'Declare the source in this template, or correct its name.',
  },
  {
    kind: 'reference',
    message: /./,
    rule: 'syntax/unknown-reference-root',
    remedy: 'Correct the name: only what the template declares, and what Packer offers, can be referred to.',
  },
  {
    kind: 'declaration',
    message: /already declared/,
    rule: 'syntax/duplicate-declaration',
    remedy: 'Keep one of the declarations: all files of a template directory count as one.',
  },
  {
    kind: 'declaration',
    message: /./,
    rule: 'syntax/unknown-block',
    remedy: 'Use a block that Packer knows at this place, with the labels that it takes.',
  },
  {
    kind: 'evaluation',
    message: /function.*(?:not exist|unknown|no function)|no function/i,
    rule: 'syntax/unknown-function',
    remedy: 'Use a function that Packer has.',
  },
  {
    kind: 'schema',
    message: /./,
    rule: 'syntax/unknown-attribute',
    remedy: 'Use an attribute that this block takes.',
  },
];

const otherwise = {
  rule: 'syntax/wrong-value-type',
  remedy: 'Correct the expression, so that Packer can compute its value.',
} as const;

/** What keeps a template from being read as a whole, as findings: Packer would refuse it too. */
export function templateErrorFindings({ path, errors }: Template): readonly Finding[] {
  return errors.map(({ kind, message, range }: TemplateError): Finding => {
    const { rule, remedy } =
      table.find((told) => told.kind === kind && told.message.test(message)) ?? otherwise;
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
