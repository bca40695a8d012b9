import {
  type Attribute,
  defineRule,
  type Expression,
  fileOf,
  type Holder,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { itemsOf, literalTexts } from '../_shared/literals.ts';
import { isSecretAttribute } from '../_shared/secret-attribute.ts';
import { isSecretName } from '../_shared/secret-name.ts';
import { type SecretKind, secretKind, secretSeverity, withSeverity } from '../_shared/secret-value.ts';

const environments = new Set([
  'environment_vars',
  'env',
  'user_environment_vars',
  'ansible_env_vars',
  'facter',
  'environment',
]);
const argumentLists = new Set(['extra_arguments', 'extra_args', 'ansible_extra_arguments']);

export default defineRule({
  id: 'security/plaintext-secret-attribute',
  meta: {
    summary: 'A secret is written into a source, provisioner, post-processor or data block.',
    severity: 'critical',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.93,
    remedy:
      'Declare a sensitive variable, use it here, and change the secret, because the old one stays in the history.',
    example: 'password = var.vcenter_password',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    written:
      '"{name}" is written in clear text: it is in version control, and Packer does not know that it has to hide it.',
    environment: 'The environment variable "{name}" gets a secret that is written in clear text.',
    argument: 'The argument "{name}" is a secret that is written in clear text.',
  },
  create({ template, report }) {
    function check(expression: Expression, place: Place): void {
      for (const { text, range } of literalTexts(template, expression)) {
        const kind = secretKind(text);
        if (kind) reportAt(kind, range, place);
      }
    }

    function reportAt(kind: SecretKind, range: SourceRange, { message, name, attribute }: Place): void {
      const severity = withSeverity(secretSeverity(kind, range.file));
      const fix = message === 'written' && attribute ? asVariable(template, attribute, range) : [];
      report({ at: range, message, data: { name }, fix, ...severity });
    }

    function checkPairs(attribute: Attribute, message: 'environment' | 'argument'): void {
      for (const { key, value } of itemsOf(template, attribute.expression)) {
        if (key !== undefined) {
          if (isSecretName(key)) check(value, { message, name: key });
          continue;
        }
        for (const { text, range } of literalTexts(template, value)) {
          for (const { name, value: secret } of pairsIn(text, message)) {
            const kind = secretKind(secret);
            if (kind) reportAt(kind, range, { message, name });
          }
        }
      }
    }
    return {
      attribute(attribute, holder) {
        const { name } = attribute;
        if (environments.has(name)) checkPairs(attribute, 'environment');
        else if (argumentLists.has(name)) checkPairs(attribute, 'argument');
        else if (isSecretAttribute(name) && !isSwitch(holder)) {
          check(attribute.expression, { message: 'written', name, attribute });
        }
      },
    };
  },
});

interface Place {
  readonly message: 'written' | 'environment' | 'argument';
  readonly name: string;
  readonly attribute?: Attribute;
}

/** Vault paths, key names and the like of data sources say where a secret is. */
function isSwitch({ kind, type }: Holder): boolean {
  return kind === 'data' && /secret|parameter|vault/.test(type);
}

/** `NAME=value`, and several of them in one argument of Ansible. */
function pairsIn(text: string, kind: 'environment' | 'argument') {
  const form =
    kind === 'environment'
      ? /^([A-Za-z_]\w*)=(.*)$/gs
      : /(?:^|[\s"'])-{0,2}([A-Za-z_][\w-]*)=("[^"]*"|'[^']*'|\S+)/g;
  return [...text.matchAll(form)]
    .map(([, name = '', value = '']) => ({ name, value: value.replace(/^(['"])(.*)\1$/s, '$2') }))
    .filter(({ name }) => isSecretName(name));
}

/** The literal becomes a variable, which is declared at the end of the file unless it is there already. */
function asVariable(
  template: Template,
  { name, expression, valueRange }: Attribute,
  range: SourceRange,
): readonly TextEdit[] {
  const file = fileOf(template, range);
  if (
    file?.syntax !== 'hcl' ||
    expression.kind !== 'literal' ||
    range.start.offset !== valueRange.start.offset
  )
    return [];
  const replaced = { range: valueRange, newText: `var.${name}` };
  if (template.variables.some((variable) => variable.name === name)) return [replaced];
  const end = endOf(file.text);
  const gap = file.text.endsWith('\n') ? '\n' : '\n\n';
  const newText = `${gap}variable "${name}" {\n  type      = string\n  sensitive = true\n}\n`;
  return [replaced, { range: { file: file.path, start: end, end }, newText }];
}

function endOf(text: string) {
  const line = text.split('\n');
  return { line: line.length, column: (line.at(-1)?.length ?? 0) + 1, offset: text.length };
}
