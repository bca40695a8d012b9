// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import fc from 'fast-check';

/** Words and signs of HCL, whole and half, in no order that makes sense. */
const scraps = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '=',
    ',',
    ':',
    '?',
    '=>',
    '...',
    '.',
    '.*',
    '[*]',
    '*',
    '-',
    '!',
    '&&',
    '==',
  ],
  ...['"', '${', '%{', '~}', '$${', '%%{', '\\', '\\"', '\n', '\r\n', ' ', '\t', '#', '//', '/*', '*/'],
  ...[
    '<<EOT\n',
    '<<-EOT\n',
    '\nEOT\n',
    'for',
    'in',
    'if',
    'else',
    'endif',
    'endfor',
    'null',
    'true',
    'var.a',
  ],
  ...[
    'local.b',
    'source',
    'build',
    'locals',
    'variable',
    'packer',
    'data',
    'dynamic',
    '"x"',
    '1',
    '1e9',
    '0.5',
  ],
  ...['upper(', 'try(', 'regex(', 'format("%s",', 'é', '😀', '\u0000', '\uFEFF', "'", '`', '@', ';'],
);

/** Text that is mostly broken in the way of HCL. */
export const brokenHcl = fc.array(scraps, { maxLength: 60 }).map((parts) => parts.join(''));

const leaf = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.constantFrom(
    'true',
    'false',
    'null',
    'var.text',
    'var.list',
    'var.map',
    'local.none',
    'nope',
    '1.5',
    '"a"',
  ),
  fc.string({ maxLength: 8 }).map((text) => JSON.stringify(text).replaceAll(/([$%])\{/g, '$1$1{')),
);

const operators = ['+', '-', '*', '/', '%', '<', '>=', '==', '!=', '&&', '||'] as const;
const functions = [
  'upper',
  'length',
  'concat',
  'merge',
  'flatten',
  'jsonencode',
  'jsondecode',
  'yamlencode',
  'yamldecode',
  'csvdecode',
  'keys',
  'values',
  'element',
  'slice',
  'join',
  'split',
  'format',
  'formatlist',
  'regexall',
  'regex_replace',
  'setproduct',
  'setunion',
  'range',
  'substr',
  'zipmap',
  'coalesce',
  'try',
  'can',
  'sum',
  'pow',
  'formatdate',
  'cidrsubnet',
  'base64decode',
  'indent',
  'parseint',
] as const;

/** Expressions that HCL can read, whatever they may mean. */
export const expression: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => {
  const any = tie('any');
  const several = fc.array(any, { maxLength: 3 });
  return {
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(any, fc.constantFrom(...operators), any).map(([a, sign, b]) => `(${a} ${sign} ${b})`),
      fc.tuple(any, any, any).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
      several.map((items) => `[${items.join(', ')}]`),
      several.map((items) => `{ ${items.map((item, index) => `k${index} = ${item}`).join(', ')} }`),
      fc.tuple(fc.constantFrom(...functions), several).map(([name, args]) => `${name}(${args.join(', ')})`),
      fc.tuple(any, any).map(([a, b]) => `[for k, v in ${a} : ${b}]`),
      fc.tuple(any, any).map(([a, b]) => `{ for k, v in ${a} : k => ${b}... }`),
      fc.tuple(any, any).map(([a, b]) => `"x\${${a}}%{ if ${b} }y%{ endif }"`),
      any.map((a) => `(${a})[*].k0`),
      fc.tuple(any, any).map(([a, b]) => `(${a})[${b}]`),
      any.map((a) => `-(${a})`),
    ),
  };
}).any;
