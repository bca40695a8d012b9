import {
  type Attribute,
  attributeOf,
  defineRule,
  type Holder,
  isJson,
  nameRange,
  removalOf,
  type SchemaPlace,
  schemaPlace,
  schemaTrust,
  startOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { successor } from './successor.ts';
import { wrongChoice } from './wrong-choice.ts';

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
  messages: {
    deprecated: '"{name}" of "{type}" is deprecated; {instead}.',
    removed: '"{name}" of "{type}" is gone{since}; {instead}.',
    component: 'The {kind} "{type}" is deprecated; use "{instead}".',
    value: '"{name}" of "{type}" does not know {value}; it knows {known}.',
  },
  subs: {
    removed: 'options that the plugin refuses already',
    value: 'values that the plugin refuses',
  },
  create({ template, report }) {
    function tellOption(attribute: Attribute, holder: Holder, place: SchemaPlace): void {
      const { name } = attribute;
      const old = oldOption(name, place);
      if (!old || old.replacement.startsWith('boot_iso.')) return;
      const data = { name, type: holder.type, instead: insteadOf(old.replacement) };
      const fix = correction(template, { attribute, holder, place, replacement: old.replacement });
      if (old.removed === undefined) {
        report({ at: nameRange(attribute), message: 'deprecated', data, fix });
        return;
      }
      const since = /^(core )?[\d.]+$/.test(old.removed) ? ` after ${old.removed}` : '';
      report({
        at: nameRange(attribute),
        message: 'removed',
        sub: 'removed',
        severity: 'high',
        data: { ...data, since },
        fix,
      });
    }

    function tellValue(
      attribute: Attribute,
      { type }: Holder,
      { component, body, language }: SchemaPlace,
    ): void {
      const { name, valueRange } = attribute;
      const schema = language?.attributes[name] ?? body.attributes[name];
      const wrong = component.verified && schema ? wrongChoice(attribute, schema) : undefined;
      if (!wrong) return;
      const data = { name, type, ...wrong };
      report({ at: valueRange, message: 'value', sub: 'value', severity: 'critical', data });
    }

    function tellComponent(
      kind: string,
      type: string,
      instead: string | undefined,
      at: { range: Attribute['range'] },
    ) {
      if (instead) report({ at: startOf(at), message: 'component', data: { kind, type, instead } });
    }

    return {
      source: (source) => tellComponent('builder', source.type, successor('builder', source.type), source),
      data: (data) => tellComponent('data source', data.type, successor('datasource', data.type), data),
      attribute(attribute, holder) {
        const place = schemaPlace(holder);
        if (!place || schemaTrust(template, place.component) !== 'same') return;
        tellOption(attribute, holder, place);
        tellValue(attribute, holder, place);
      },
      block(block, holder) {
        const place = isJson(block.range) ? undefined : schemaPlace(holder);
        const replacement = place?.body.blocks[block.type]?.deprecated;
        if (!place || replacement === undefined || schemaTrust(template, place.component) !== 'same') return;
        const data = { name: block.type, type: holder.type, instead: insteadOf(replacement) };
        report({ at: startOf(block), message: 'deprecated', data });
      },
    };
  },
});

interface OldOption {
  readonly replacement: string;
  /** The last version that had it; undefined where it still works. */
  readonly removed?: string;
}

function oldOption(name: string, { body, language }: SchemaPlace): OldOption | undefined {
  if (language && Object.hasOwn(language.attributes, name)) return undefined;
  const current = Object.hasOwn(body.attributes, name) ? body.attributes[name] : body.blocks[name];
  if (current) return current.deprecated === undefined ? undefined : { replacement: current.deprecated };
  const gone = Object.hasOwn(body.removed ?? {}, name) ? body.removed?.[name] : undefined;
  return gone && { replacement: gone.replacement ?? '', removed: gone.lastIn ?? '' };
}

function insteadOf(replacement: string): string {
  return replacement === '' ? 'nothing takes its place' : `use ${replacement}`;
}

interface Correction {
  readonly attribute: Attribute;
  readonly holder: Holder;
  readonly place: SchemaPlace;
  readonly replacement: string;
}

/** Renames or removes; what needs another form, such as a block, is left to the author. */
function correction(
  template: Template,
  { attribute, holder, place, replacement }: Correction,
): readonly TextEdit[] {
  if (isJson(attribute.range)) return [];
  if (replacement === '') return [removalOf(template, attribute)];
  const now = place.body.attributes[replacement];
  const before = place.body.attributes[attribute.name];
  if (!now || (before ? before.type !== now.type : !isSameForm(attribute, now.type))) return [];
  const current = attributeOf(innermost(holder), replacement);
  if (!current) return [{ range: nameRange(attribute), newText: replacement }];
  // The old name wins over the new one: what it says is what works today.
  return [removalOf(template, attribute), { range: current.valueRange, newText: attribute.text }];
}

function isSameForm({ expression }: Attribute, type: string): boolean {
  return type === 'string' && (expression.kind === 'literal' || expression.kind === 'template');
}

function innermost({ body, blocks }: Holder) {
  return blocks.at(-1)?.body ?? body;
}
