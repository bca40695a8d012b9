import {
  attributeOf,
  type Body,
  checkConstraints,
  isJson,
  nameRange,
  schemaOf,
  type TargetView,
  type Template,
} from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { valuePlace } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';
import { writtenTexts } from '../_shared/written-texts.ts';
import type { HttpProblem } from './index.ts';

/** What is wrong with the server of one source, as its build uses it. */
export function httpProblems(template: Template, { type, body, build }: TargetView): readonly HttpProblem[] {
  const schema = schemaOf('builder', type);
  // A source that no build uses is never looked at; without any build somebody is still writing.
  if (!schema?.attributes.http_directory || (!build && template.builds.length > 0)) return [];
  const ports = checkConstraints({ ...schema, blocks: {} }, body).filter(({ names }) =>
    names.includes('http_port_min'),
  );
  return [
    ...missingServer(template, body),
    ...twice(body, ['http_directory', 'http_content'], 'both'),
    ...twice(body, ['http_interface', 'http_bind_address'], 'address'),
    ...ports.map(
      ({ attribute }): HttpProblem => ({ at: attribute ?? body.range, message: 'ports', sub: 'ports' }),
    ),
    ...wrongKeys(body),
    ...wrongProtocol(body),
  ];
}

/** Settings in which plugins fill in the server's address. */
export const filledIn = [
  'boot_command',
  'boot_steps',
  'qemuargs',
  'vboxmanage',
  'vboxmanage_post',
  'kernel_options',
] as const;
const address = /\{\{[^}]*\.HTTP(IP|Port)\b/;

function missingServer(template: Template, body: Body): readonly HttpProblem[] {
  if (!isUnset(body, 'http_directory') || !isUnset(body, 'http_content')) return [];
  const place = filledIn.flatMap((name) => {
    const attribute = attributeOf(body, name);
    const texts = attribute
      ? [attribute.text, ...writtenTexts(template, attribute.expression).map(({ text }) => text)]
      : [];
    return attribute && texts.some((text) => address.test(text)) ? [attribute] : [];
  })[0];
  return place ? [{ at: nameRange(place), message: 'missing', sub: 'missing' }] : [];
}

function twice(
  body: Body,
  [first, second]: readonly [string, string],
  message: 'both' | 'address',
): readonly HttpProblem[] {
  const attribute = attributeOf(body, second);
  if (!attribute || !isSet(body, first) || !isSet(body, second)) return [];
  return [{ at: nameRange(attribute), message, sub: message }];
}

function wrongKeys(body: Body): readonly HttpProblem[] {
  const expression = attributeOf(body, 'http_content')?.expression;
  if (expression?.kind !== 'object') return [];
  return expression.entries.flatMap(({ key }): readonly HttpProblem[] => {
    if (key.kind !== 'literal' || typeof key.value !== 'string' || key.value.startsWith('/')) return [];
    const newText = `"/${key.value}"`;
    const fix = isJson(key.range) || /["\\$]/.test(key.value) ? [] : [{ range: key.range, newText }];
    return [{ at: key.range, message: 'key', sub: 'key', data: { key: JSON.stringify(key.value) }, fix }];
  });
}

function wrongProtocol(body: Body): readonly HttpProblem[] {
  const choice = { name: 'http_network_protocol', allowed: ['tcp', 'tcp4', 'tcp6', 'unix', 'unixpacket'] };
  return notAmong(body, 'protocol', choice).map(({ data }) => ({
    at: valuePlace(body, choice.name),
    message: 'protocol',
    sub: 'protocol',
    data: { value: String(data?.value), allowed: choice.allowed.join(', ') },
  }));
}
