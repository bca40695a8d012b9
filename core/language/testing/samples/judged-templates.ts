// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs

/** A template and the line on which Packer refuses it; no line where Packer takes it. */
export interface Judged {
  readonly what: string;
  readonly text: string;
  readonly line?: number;
  /** Other files beside it. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What every template needs to be taken, behind what is tried so that its lines stay. */
const rest = 'source "null" "x" { communicator = "none" }\nbuild { sources = ["null.x"] }\n';

function judged(what: string, lines: readonly string[], more: Omit<Judged, 'what' | 'text'> = {}): Judged {
  return { what, text: `${lines.join('\n')}\n${rest}`, ...more };
}

export const templates: readonly Judged[] = [
  judged('an undeclared variable', ['locals {', '  a = var.nope', '}'], { line: 2 }),
  judged('an undeclared variable in a branch that is not taken', [
    'locals {',
    '  a = true ? 1 : var.nope',
    '}',
  ]),
  judged('an undeclared variable inside try', ['locals {', '  a = try(var.nope, 1)', '}']),
  judged('an undeclared variable in a source that is not used', [
    'source "null" "y" {',
    '  ssh_host = var.nope',
    '  communicator = "none"',
    '}',
  ]),
  judged(
    'a variable that refers to another one',
    ['variable "a" { default = 1 }', 'variable "b" {', '  default = var.a', '}'],
    { line: 3 },
  ),
  judged('a function in a default', ['variable "b" {', '  default = upper("x")', '}'], { line: 2 }),
  judged('env in a default', ['variable "b" { default = env("PACKER_HYBRID_NOTHING") }']),
  judged('env elsewhere', ['locals {', '  a = env("HOME")', '}'], { line: 2 }),
  judged('a default of the wrong type', ['variable "b" {', '  type = number', '  default = "x"', '}'], {
    line: 3,
  }),
  judged('a default that becomes its type', [
    'variable "b" {',
    '  type = number',
    '  default = "5"',
    '}',
    'variable "c" {',
    '  type = set(string)',
    '  default = ["a", 1, true]',
    '}',
    'variable "d" {',
    '  type = object({ a = string, b = list(number) })',
    '  default = { a = 1, b = ["2"], more = true }',
    '}',
  ]),
  judged(
    'an object without an attribute',
    ['variable "d" {', '  type = object({ a = string })', '  default = {}', '}'],
    { line: 3 },
  ),
  judged('a type that does not exist', ['variable "d" {', '  type = text', '  default = "a"', '}'], {
    line: 2,
  }),
  judged('a list of nothing', ['variable "d" {', '  type = list', '  default = []', '}'], { line: 2 }),
  judged('a variable twice', ['variable "a" { default = 1 }', 'variable "a" { default = 2 }'], { line: 2 }),
  judged('a local twice', ['locals { a = 1 }', 'locals {', '  a = 2', '}'], { line: 3 }),
  judged(
    'a source twice',
    ['source "null" "y" { communicator = "none" }', 'source "null" "y" { communicator = "none" }'],
    { line: 2 },
  ),
  judged('an attribute twice', ['locals {', '  a = 1', '  a = 2', '}'], { line: 3 }),
  judged('an unknown block', ['resource "a" "b" {}'], { line: 1 }),
  judged('a wrong number of labels', ['variable {', '}'], { line: 1 }),
  judged('an unknown attribute of a variable', ['variable "a" {', '  default = 1', '  kind = 2', '}'], {
    line: 3,
  }),
  judged('an unknown attribute of a build', ['build {', '  sources = ["null.x"]', '  kind = 2', '}'], {
    line: 3,
  }),
  judged('an unknown block of a build', ['build {', '  sources = ["null.x"]', '  step "a" {}', '}'], {
    line: 3,
  }),
  judged('a local without value', ['local "a" {', '  sensitive = true', '}'], { line: 1 }),
  judged(
    'a validation that does not pass',
    [
      'variable "a" {',
      '  default = "x"',
      '  validation {',
      '    condition = length(var.a) > 2',
      '    error_message = "Too short."',
      '  }',
      '}',
    ],
    { line: 2 },
  ),
  judged('a validation that passes', [
    'variable "a" {',
    '  default = ["xyz"]',
    '  validation {',
    '    condition = length(var.a[0]) > 2 && length([for v in var.a : v if v != ""]) == 1',
    '    error_message = "Too short."',
    '  }',
    '}',
  ]),
  judged(
    'a validation that looks elsewhere',
    [
      'variable "a" {',
      '  default = "x"',
      '  validation {',
      '    condition = var.b == 1',
      '    error_message = "No."',
      '  }',
      '}',
    ],
    { line: 4 },
  ),
  judged(
    'an error message that is no sentence',
    [
      'variable "a" {',
      '  default = "x"',
      '  validation {',
      '    condition = var.a == "x"',
      '    error_message = "no"',
      '  }',
      '}',
    ],
    { line: 5 },
  ),
  judged('a variable file that fits', ['variable "a" { default = 1 }'], {
    files: { 'v.auto.pkrvars.hcl': 'a = "5"\nunknown = 3\n' },
  }),
  judged(
    'an error in a used source',
    [
      'source "null" "y" {',
      '  communicator = "none"',
      '  ssh_host = upper()',
      '}',
      'build {',
      '  sources = ["null.y"]',
      '}',
    ],
    { line: 3 },
  ),
  judged(
    'an error in a provisioner',
    [
      'build {',
      '  sources = ["null.x"]',
      '  provisioner "shell-local" {',
      '    inline = ["${1 + 2}"]',
      '    environment_vars = ["a=${local.nope}"]',
      '  }',
      '}',
    ],
    { line: 5 },
  ),
  judged('names that a build provides', [
    'build {',
    '  sources = ["null.x"]',
    '  provisioner "shell-local" {',
    '    inline = ["echo ${build.ID} ${source.name} ${packer.version} ${path.root}"]',
    '  }',
    '}',
  ]),
  judged('an unclosed block', ['locals {', '  a = [1,'], { line: 3 }),
  judged('a stray word', ['locals {', '  a b', '}'], { line: 2 }),
  judged('loops that hide names', [
    'locals {',
    '  a = [for var in ["x"] : var]',
    '  b = { for k, v in { x = 1 } : k => v }',
    '}',
  ]),
];
