import {
  type Body,
  type ComponentKind,
  type ComponentSchema,
  type ComponentView,
  checkConstraints,
  defineRule,
  missingRequired,
  type Placed,
  schemaOf,
  schemaTrust,
  startOf,
  type Violation,
} from 'packer-hybrid/rules';
import { targetSchema } from '../_shared/judged-schema.ts';
import { isLeftToOthers } from './left-to-others.ts';
import { missingNetworkCards } from './network-cards.ts';
import { newestSince, requiredBy } from './required-by.ts';

export default defineRule({
  id: 'build/missing-required-attribute',
  meta: {
    summary: 'A component lacks an attribute that it needs, or has several that exclude each other.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.88,
    remedy:
      'Set what is missing, from a variable where it differs from place to place; keep one of what excludes each other.',
    example:
      'source "proxmox-iso" "x" {\n  node        = var.proxmox_node\n  proxmox_url = var.proxmox_url\n}',
    recommended: true,
  },
  messages: {
    required: '"{type}" needs "{name}"{where}.',
    environment: '"{type}" needs "{name}", or {env} in the environment of every machine that builds it.',
    constraint: 'In "{type}"{where}: {sentence}',
  },
  subs: {
    conflict: 'attributes that exclude each other, or values that do not go together',
    environment: 'what only an environment variable can give',
  },
  create({ template, report }) {
    function check(judged: Judged): void {
      const { schema, body } = judged;
      for (const missing of missingRequired(schema, body)) {
        tellMissing(judged, { ...missing, path: missing.blocks.map(({ type }) => type) });
      }
      for (const violation of checkConstraints(schema, body)) tellViolation(judged, violation);
      for (const block of missingNetworkCards(schema.type, body)) {
        tellMissing(judged, { name: 'network_card', blocks: [block], path: [block.type], env: [] });
      }
    }

    function tellMissing({ schema, at }: Judged, missing: Missing): void {
      const { name, env, blocks, path } = missing;
      if (isLeftToOthers({ type: schema.type, path, names: [name] })) return;
      const place = blocks.at(-1) ?? { range: at.range };
      if (env.length > 0) tellEnvironment(schema, place, { name, env });
      else {
        const asked = requiredBy(template, schema, missing.since);
        if (asked === 'no') return;
        const data = { type: schema.type, name, where: whereIn(path) };
        const doubt = asked === 'maybe' ? { severity: 'medium' as const, confidence: 0.6 } : trust(schema);
        report({ at: startOf(place), message: 'required', data, ...doubt });
      }
    }

    function tellEnvironment(schema: ComponentSchema, at: Placed, { name, env }: EnvironmentChoice): void {
      const data = { type: schema.type, name, env: env.join(' or ') };
      report({ at: startOf(at), message: 'environment', sub: 'environment', severity: 'low', data });
    }

    function tellViolation({ schema, at }: Judged, violation: Violation): void {
      const { names, blocks, attribute, problem, constraint, message, certain } = violation;
      const path = blocks.map(({ type }) => type);
      if (constraint.kind === 'ignored_if' || isLeftToOthers({ type: schema.type, path, names })) return;
      if (constraint.env && problem === 'missing') {
        const quoted = names.join('" or "');
        tellEnvironment(schema, at, { name: quoted, env: constraint.env });
        return;
      }
      const asked =
        problem === 'missing' ? requiredBy(template, schema, newestSince(schema, path, names)) : 'yes';
      if (asked === 'no') return;
      report({
        at: attribute ?? startOf(blocks.at(-1) ?? at),
        message: 'constraint',
        ...(problem !== 'missing' && { sub: 'conflict' }),
        data: { type: schema.type, where: whereIn(path), sentence: message },
        ...(certain ? {} : { severity: 'high' as const, confidence: 0.7 }),
        ...(constraint.enforced === false && { severity: 'low' as const }),
        ...(asked === 'maybe' ? { severity: 'medium' as const, confidence: 0.6 } : trust(schema)),
      });
    }

    function checkComponent(kind: ComponentKind, { component: { type, body, range } }: ComponentView): void {
      const schema = schemaOf(kind, type);
      // What is missing may stand in the overrides of a source.
      if (!schema || schemaTrust(template, schema) !== 'same' || hasOverride(body)) return;
      check({ schema, body, at: { range } });
    }

    return {
      target(view) {
        const schema = targetSchema(template, view);
        if (schema) check({ schema, body: view.body, at: view.source });
      },
      data({ type, body, range }) {
        const schema = schemaOf('datasource', type);
        if (schema && schemaTrust(template, schema) === 'same') check({ schema, body, at: { range } });
      },
      provisioner: (view) => checkComponent('provisioner', view),
      postProcessor: (view) => checkComponent('post-processor', view),
    };
  },
});

interface Judged {
  readonly schema: ComponentSchema;
  readonly body: Body;
  readonly at: Placed;
}
interface EnvironmentChoice {
  readonly name: string;
  readonly env: readonly string[];
}
interface Missing extends EnvironmentChoice {
  readonly blocks: readonly Placed[];
  readonly path: readonly string[];
  readonly since?: string;
}

function whereIn(path: readonly string[]): string {
  return path.length === 0 ? '' : ` in ${path.join('.')}`;
}

/** What was only read in the documentation is less certain. */
function trust({ verified }: ComponentSchema) {
  return verified ? {} : { severity: 'medium' as const, confidence: 0.6 };
}

function hasOverride({ attributes }: Body): boolean {
  return attributes.some(({ name }) => name === 'override');
}
