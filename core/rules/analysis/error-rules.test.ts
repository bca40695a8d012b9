// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import { readIn } from '../../language/testing/written-template.ts';
import { errorsOf, ruleOfError } from './error-rules.ts';

describe('errors of the language', () => {
  it.each([
    ['source "null" "x" {\n  a = "b\n}\n', 'syntax/parse-error'],
    ['build {\n  name = "a"\n  name = "b"\n}\n', 'syntax/duplicate-attribute'],
    ['locals {\n  a = var.b\n}\n', 'syntax/undeclared-variable'],
    ['locals {\n  a = local.b\n}\n', 'syntax/undeclared-local'],
    ['locals {\n  a = path.module\n}\n', 'syntax/unknown-reference-root'],
    ['locals {\n  a = local.a\n}\n', 'syntax/circular-reference'],
    ['variable "a" {\n  default = path.root\n}\n', 'syntax/variable-default-not-constant'],
    ['variable "a" {\n  type    = number\n  default = "x"\n}\n', 'syntax/variable-default-type-mismatch'],
    ['variable "a" {\n  validation {\n    condition = true\n  }\n}\n', 'syntax/variable-validation-invalid'],
    ['variable "a" {}\nvariable "a" {}\n', 'syntax/duplicate-declaration'],
    ['build {\n  sources = ["null.x"]\n}\n', 'syntax/undefined-source-reference'],
  ])('belong to rules: %j', async (code, rule) => {
    const template = await readIn({ files: { 'a.pkr.hcl': code } });

    expect(new Set(template.errors.map((error) => ruleOfError(error).rule))).toEqual(new Set([rule]));
    expect(errorsOf(template, rule)).toEqual(template.errors);
    expect(errorsOf(template, 'syntax/quoted-literal')).toEqual([]);
  });

  it('of variable files and template files have rules of their own', async () => {
    const template = await readIn({
      files: {
        'a.pkr.hcl': 'locals {\n  a = templatefile("${path.root}/t.txt", {})\n}\n',
        't.txt': '${name}',
        'b.auto.pkrvars.hcl': 'variable "c" {}\n',
      },
    });

    expect(template.errors.map((error) => ruleOfError(error).rule).toSorted()).toEqual([
      'syntax/pkrvars-block-or-undeclared',
      'syntax/templatefile-variable-mismatch',
    ]);
  });
});
