import { attributeOf, type Body } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import { type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { numberOf, textOf, textsOf } from '../_shared/settings.ts';

/** Identifier, memory, tags and serial ports. */
export function machineProblems(body: Body) {
  return [
    ...idProblems(body, 'vm_id'),
    ...memoryProblems(body),
    ...tagProblems(body),
    ...serialProblems(body),
  ];
}

function idProblems(body: Body, name: string): readonly Problem<'vm-id-range'>[] {
  const value = numberOf(body, name);
  // Zero lets Proxmox choose.
  if (value === undefined || value === 0 || (value >= 100 && value <= 999_999_999)) return [];
  return [{ id: 'vm-id-range', at: valuePlace(body, name), data: { name, value } }];
}

function memoryProblems(body: Body): readonly Problem<'memory-too-small' | 'balloon-above-memory'>[] {
  const memory = numberOf(body, 'memory');
  const minimum = numberOf(body, 'ballooning_minimum');
  const isSmall = memory !== undefined && memory !== 0 && memory < 16;
  const isAbove = memory !== undefined && minimum !== undefined && memory >= 16 && minimum > memory;
  return [
    ...(isSmall
      ? [{ id: 'memory-too-small' as const, at: valuePlace(body, 'memory'), data: { value: memory } }]
      : []),
    ...(isAbove
      ? [
          {
            id: 'balloon-above-memory' as const,
            at: placeOf(body, 'ballooning_minimum'),
            data: { minimum, memory },
          },
        ]
      : []),
  ];
}

function tagProblems(body: Body): readonly Problem<'tags-separator'>[] {
  const attribute = attributeOf(body, 'tags');
  const tags = textOf(body, 'tags');
  if (!attribute || tags === undefined || !/[,\s]/.test(tags.replaceAll(/\s*;\s*/g, ';').trim())) return [];
  const parts = tags.split(/[;,\s]+/).filter((tag) => tag !== '');
  const fix = replaceText(attribute, parts.join(';'));
  const at = attribute.valueRange;
  return [{ id: 'tags-separator', at, data: { tags }, severity: 'low', ...(fix.length > 0 && { fix }) }];
}

function serialProblems(body: Body): readonly Problem<'serials-count' | 'serial-format'>[] {
  const serials = textsOf(body, 'serials') ?? [];
  const at = valuePlace(body, 'serials');
  const wrong = serials.filter((value) => !/^(\/dev\/.+|socket)$/.test(value));
  return [
    ...(serials.length > 4 ? [{ id: 'serials-count' as const, at, data: { count: serials.length } }] : []),
    ...wrong.map((value) => ({ id: 'serial-format' as const, at, data: { value } })),
  ];
}
