import { type Attribute, defineRule, type Holder } from 'packer-hybrid/rules';
import { neutral, placeSettings } from './settings-of-place.ts';

export default defineRule({
  id: 'architecture/hardcoded-infrastructure-value',
  meta: {
    summary: 'A source holds a value that belongs to one data centre.',
    severity: 'medium',
    impact: 'hard-to-maintain',
    recovery: 'simple',
    confidence: 0.8,
    remedy: 'Make it a variable and put the value into a file of variables for the environment.',
    example: 'node = var.proxmox_node',
    recommended: false,
  },
  messages: {
    written: '"{name}" is written into the source, so the template works in one environment only.',
  },
  create: ({ report }) => ({
    attribute(attribute, holder) {
      if (!isOfPlace(attribute, holder) || !isWritten(attribute)) return;
      const light = attribute.name === 'location' ? { severity: 'low' as const } : {};
      report({ at: attribute, message: 'written', data: { name: attribute.name }, ...light });
    },
  }),
});

function isOfPlace({ name }: Attribute, { kind, type, blocks }: Holder): boolean {
  if (kind !== 'source' && kind !== 'build-source') return false;
  const family = Object.keys(placeSettings).find((one) => type.startsWith(`${one}-`));
  const path = [...blocks.map((block) => block.type), name].join('.');
  return family !== undefined && (placeSettings[family] ?? []).includes(path);
}

/** Whether the value stands there as it is; what comes from a variable, a local or a function is somebody's choice. */
function isWritten({ expression }: Attribute): boolean {
  if (expression.kind === 'literal') {
    return expression.value !== null && !neutral.test(String(expression.value));
  }
  const parts = expression.kind === 'template' ? expression.parts : [];
  return (
    parts.length > 0 && parts.every((part) => part.kind === 'literal' && !neutral.test(String(part.value)))
  );
}
