import {
  type Attribute,
  type Block,
  defineRule,
  type Holder,
  isJson,
  type Labelled,
  nameRange,
  type Report,
  type SchemaPlace,
  schemaOf,
  schemaPlace,
  schemaTrust,
  startOf,
  type Template,
} from 'packer-hybrid/rules';
import { correction } from './correction.ts';
import { oldOption } from './old-option.ts';
import { wrongChoice } from './wrong-choice.ts';

const messages = {
  deprecated: '"{name}" of "{type}" is deprecated; {instead}.',
  removed: '"{name}" of "{type}" is gone{since}; {instead}.',
  component: 'The {kind} "{type}" is deprecated; use "{instead}".',
  value: '"{name}" of "{type}" does not know {value}; it knows {known}.',
} as const;

export default defineRule({
  id: 'build/deprecated-option',
  meta: {
    summary: 'An option is deprecated or gone, or its value is none of those that it knows.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Use what took its place; the plugin only warns today, or refuses it already.',
    example: 'source "qemu" "x" {\n  ssh_timeout = "30m"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages,
  subs: {
    removed: 'options that the plugin refuses already',
    value: 'values that the plugin refuses',
  },
  create({ template, report }) {
    return {
      source(source) {
        for (const problem of oldComponent('builder', source)) report(problem);
      },
      data(data) {
        for (const problem of oldComponent('datasource', data)) report(problem);
      },
      attribute(attribute, holder) {
        const place = schemaPlace(holder);
        if (!place || schemaTrust(template, place.component) !== 'same') return;
        for (const problem of optionProblems(template, { attribute, holder, place })) report(problem);
        for (const problem of valueProblems(attribute, holder, place)) report(problem);
      },
      block(block, holder) {
        const place = isJson(block.range) ? undefined : schemaPlace(holder);
        if (!place || schemaTrust(template, place.component) !== 'same') return;
        for (const problem of blockProblems(block, holder, place)) report(problem);
      },
    };
  },
});

type Problem = Report<typeof messages>;

function oldComponent(kind: 'builder' | 'datasource', { type, range }: Labelled): readonly Problem[] {
  const instead = schemaOf(kind, type)?.deprecated;
  if (!instead) return [];
  const word = kind === 'builder' ? 'builder' : 'data source';
  return [{ at: startOf({ range }), message: 'component', data: { kind: word, type, instead } }];
}

interface Found {
  readonly attribute: Attribute;
  readonly holder: Holder;
  readonly place: SchemaPlace;
}

function optionProblems(template: Template, found: Found): readonly Problem[] {
  const { attribute, holder, place } = found;
  const { name } = attribute;
  const old = oldOption(name, place);
  // Top-level attributes of an ISO have a rule of their own.
  if (!old || old.replacement.startsWith('boot_iso.')) return [];
  const at = nameRange(attribute);
  const data = { name, type: holder.type, instead: insteadOf(old.replacement) };
  const fix = correction(template, { ...found, replacement: old.replacement });
  if (old.removed === undefined) return [{ at, message: 'deprecated', data, fix }];
  const since = /^(core )?[\d.]+$/.test(old.removed) ? ` after ${old.removed}` : '';
  return [{ at, message: 'removed', sub: 'removed', severity: 'high', data: { ...data, since }, fix }];
}

function valueProblems(
  attribute: Attribute,
  { type }: Holder,
  { component, body, language }: SchemaPlace,
): readonly Problem[] {
  const { name, valueRange } = attribute;
  const schema = language?.attributes[name] ?? body.attributes[name];
  const wrong = component.verified && schema ? wrongChoice(attribute, schema) : undefined;
  if (!wrong) return [];
  return [
    { at: valueRange, message: 'value', sub: 'value', severity: 'critical', data: { name, type, ...wrong } },
  ];
}

function blockProblems(block: Block, holder: Holder, { body }: SchemaPlace): readonly Problem[] {
  const replacement = body.blocks[block.type]?.deprecated;
  if (replacement === undefined) return [];
  const data = { name: block.type, type: holder.type, instead: insteadOf(replacement) };
  return [{ at: startOf(block), message: 'deprecated', data }];
}

function insteadOf(replacement: string): string {
  return replacement === '' ? 'nothing takes its place' : `use ${replacement}`;
}
