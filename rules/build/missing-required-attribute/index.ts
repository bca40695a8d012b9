import {
  type ComponentKind,
  type ComponentView,
  defineRule,
  schemaOf,
  schemaTrust,
} from 'packer-hybrid/rules';
import { targetSchema } from '../_shared/judged-schema.ts';
import { hasOverride, type Judged, judgedProblems } from './judged.ts';
import { messages } from './messages.ts';

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
  messages,
  subs: {
    conflict: 'attributes that exclude each other, or values that do not go together',
    environment: 'what only an environment variable can give',
  },
  create({ template, report }) {
    function check(judged: Judged): void {
      for (const problem of judgedProblems(template, judged)) report(problem);
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
