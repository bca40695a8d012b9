import type { Template, TemplateError } from '../../language/index.ts';

interface Told {
  readonly kind: string;
  readonly message: RegExp;
  readonly rule: `syntax/${string}`;
  readonly remedy: string;
}

/** The first line that fits counts. The language says what is wrong, a rule has a name and a readme. */
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
    message: /^A variable file must be constant/,
    rule: 'syntax/pkrvars-block-or-undeclared',
    remedy: 'Write the value itself: a variable file holds constants only.',
  },
  {
    kind: 'reference',
    message: /must be constant/,
    rule: 'syntax/variable-default-not-constant',
    remedy: 'Move the expression to a local: a default holds constants and env() only.',
  },
  {
    kind: 'reference',
    message: /template ?file/i,
    rule: 'syntax/templatefile-variable-mismatch',
    remedy:
      'Give the template file every value that it names, or escape what is meant for the shell as $${name}.',
  },
  {
    kind: 'type',
    message: /does not fit the type of the variable/,
    rule: 'syntax/variable-default-type-mismatch',
    remedy: 'Correct the value, or the type of the variable.',
  },
  {
    kind: 'reference',
    message: /^The condition (?:can only|must) look at/,
    rule: 'syntax/variable-validation-invalid',
    remedy: 'Correct the validation block, or the value that it refuses.',
  },
  {
    kind: 'schema',
    message: /^A validation block|^The error message/,
    rule: 'syntax/variable-validation-invalid',
    remedy: 'Correct the validation block, or the value that it refuses.',
  },
  {
    kind: 'type',
    message: /condition of a validation/,
    rule: 'syntax/variable-validation-invalid',
    remedy: 'Correct the validation block, or the value that it refuses.',
  },
  {
    kind: 'evaluation',
    message: /does not pass its validation/,
    rule: 'syntax/variable-validation-invalid',
    remedy: 'Correct the validation block, or the value that it refuses.',
  },
  {
    kind: 'declaration',
    message: /^A variable file /,
    rule: 'syntax/pkrvars-block-or-undeclared',
    remedy: 'Write `name = value`: a variable file gives values and declares nothing.',
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

/** The rule that an error belongs to, and what to do about it. */
export function ruleOfError({ kind, message }: TemplateError): Pick<Told, 'rule' | 'remedy'> {
  return table.find((told) => told.kind === kind && told.message.test(message)) ?? otherwise;
}

/** Errors of the language that belong to a rule: one that reports them at their places tells of them in its own way. */
export function errorsOf(template: Template, rule: string): readonly TemplateError[] {
  return template.errors.filter((error) => ruleOfError(error).rule === rule);
}
