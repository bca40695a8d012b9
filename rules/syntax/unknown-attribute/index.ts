import {
  type Block,
  defineRule,
  type Holder,
  isJson,
  nameRange,
  nearTo,
  type Placed,
  type SchemaPlace,
  schemaPlace,
  schemaTrust,
  startOf,
  type Template,
  within,
} from 'packer-hybrid/rules';
import { inWholeFile } from '../_shared/whole-files.ts';
import { aliasIn } from './aliases.ts';
import { buildersWith, isKnownName, namesIn, ownBlock } from './known-names.ts';

export default defineRule({
  id: 'syntax/unknown-attribute',
  meta: {
    summary: 'A block holds an attribute or a nested block that its component does not have.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Use the name that the component knows, or remove the line.',
    example: 'source "proxmox-iso" "debian" {\n  vm_name = "debian"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: '{where} has no "{name}"; "{meant}" was probably meant.',
    called: '{where} has no "{name}": what other builders call so is "{meant}" here.',
    elsewhere: '{where} has no "{name}"; it belongs to {owners}.',
    unknown: '{where} has no "{name}".',
    listed: '{where} has no "{name}": it takes {known}.',
  },
  create({ template, report }) {
    const isWhole = inWholeFile(template);

    function tell(unknown: Unknown): void {
      const trust = unknown.place.component ? trustIn(template, unknown.place.component) : {};
      report({ at: unknown.at, ...explain(unknown), ...trust });
    }

    return {
      template() {
        for (const block of template.blocks.filter(isWhole)) {
          for (const unknown of unknownInOwn(block, [block.type])) tell(unknown);
        }
      },
      attribute(attribute, holder) {
        const place = schemaPlace(holder);
        if (!place || !isWhole(attribute) || isKnownName(attribute.name, place)) return;
        // JSON has no comments but properties that nobody reads.
        if (isJson(attribute.range) && /^(_|\/\/)/.test(attribute.name)) return;
        tell({ at: nameRange(attribute), name: attribute.name, place, where: whereOf(holder) });
      },
      block(block, holder) {
        // In JSON an object may be a block or a map: it comes by as an attribute as well.
        const place = isJson(block.range) ? undefined : schemaPlace(holder);
        const name = block.type === 'dynamic' ? block.labels[0] : block.type;
        if (!place || name === undefined || !isWhole(block) || isKnownName(name, place)) return;
        tell({
          at: startOf(block),
          name,
          place,
          where: whereOf(holder),
          isDynamic: block.type === 'dynamic',
        });
      },
    };
  },
});

type Place = Pick<SchemaPlace, 'body' | 'language'> & { readonly component?: SchemaPlace['component'] };

interface Unknown {
  readonly at: Placed['range'];
  readonly name: string;
  readonly place: Place;
  readonly where: string;
  /** The name stands behind the word `dynamic`. */
  readonly isDynamic?: boolean;
}

/** Attributes of variables, locals and builds, which are Packer's own. */
function unknownInOwn(block: Block, path: readonly string[]): readonly Unknown[] {
  const language = ownBlock(path);
  if (!language) return [];
  const place = { body: language, language: undefined };
  const own = block.body.attributes
    .filter(({ name }) => !isKnownName(name, place))
    .map((attribute) => ({
      at: nameRange(attribute),
      name: attribute.name,
      place,
      where: `A ${path.at(-1)} block`,
    }));
  return [...own, ...block.body.blocks.flatMap((inner) => unknownInOwn(inner, [...path, inner.type]))];
}

/** The message with what it needs, and a correction where there is exactly one. */
function explain({ at, name, place, where, isDynamic = false }: Unknown) {
  const known = namesIn(place);
  const alias = aliasIn(name, known);
  const meant = alias ?? nearTo(name, known, name.length < 5 ? 1 : 2);
  if (meant !== undefined) {
    const message: 'called' | 'meant' = alias === undefined ? 'meant' : 'called';
    const fix = isDynamic ? [] : [{ range: within(at, 0, name.length), newText: meant }];
    return { message, data: { where, name, meant }, fix };
  }
  const owners = place.component?.kind === 'builder' ? buildersWith(name) : [];
  if (owners.length > 0) {
    return { message: 'elsewhere' as const, data: { where, name, owners: owners.join(', ') } };
  }
  if (known.length > 0 && known.length <= 12) {
    return { message: 'listed' as const, data: { where, name, known: known.join(', ') } };
  }
  return { message: 'unknown' as const, data: { where, name } };
}

/** A schema that may not be that of the plugin in use says less. */
function trustIn(template: Template, component: SchemaPlace['component']) {
  if (schemaTrust(template, component) !== 'same') return { severity: 'low' as const, confidence: 0.4 };
  return component.verified ? {} : { severity: 'high' as const, confidence: 0.75 };
}

function whereOf({ type, blocks }: Holder): string {
  const path = blocks.map((block) => (block.type === 'dynamic' ? block.labels[0] : block.type));
  const inner = path.filter((name) => name !== 'content').join('.');
  return inner === '' ? `"${type}"` : `The block ${inner} of "${type}"`;
}
