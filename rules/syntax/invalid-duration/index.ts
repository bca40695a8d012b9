import {
  type Attribute,
  type AttributeSchema,
  defineRule,
  type Holder,
  isJson,
  schemaPlace,
} from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/invalid-duration',
  meta: {
    summary: 'A duration is not written as Packer reads it.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.96,
    remedy: 'Write numbers with a unit: ns, us, ms, s, m or h, such as "90s" or "1h30m".',
    example: 'source "qemu" "x" {\n  boot_wait = "5s"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    unit: '"{name}" is a duration, and {value} has no unit.',
    form: '"{name}" is a duration, and {value} is none: the units are ns, us, ms, s, m and h.',
    nanoseconds: '"{name}" is a duration: a bare number in a JSON template counts nanoseconds.',
  },
  create({ template, report }) {
    const legacy = isLegacy(template);
    return {
      attribute(attribute, holder) {
        if (schemaIn(attribute, holder)?.format !== 'duration' || attribute.value.state !== 'known') return;
        const { name, value, valueRange } = attribute;
        if (typeof value.value !== 'string' && typeof value.value !== 'number') return;
        const text = String(value.value);
        if (isDuration(text)) return;
        if (legacy && typeof value.value === 'number') {
          report({ at: valueRange, message: 'nanoseconds', severity: 'medium', data: { name } });
          return;
        }
        const better = corrected(text);
        report({
          at: valueRange,
          message: /^-?\d+$/.test(text) ? 'unit' : 'form',
          data: { name, value: JSON.stringify(value.value) },
          fix: better === undefined ? [] : replaced(attribute, better),
        });
      },
    };
  },
});

const duration = /^[+-]?((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/;

function schemaIn({ name }: Attribute, holder: Holder): AttributeSchema | undefined {
  const place = schemaPlace(holder);
  return place?.language?.attributes[name] ?? place?.body.attributes[name];
}

/** As Go reads it; an empty text is no duration at all, and what a plugin renders later cannot be judged. */
function isDuration(text: string): boolean {
  return text === '' || /^[+-]?0$/.test(text) || text.includes('{{') || duration.test(text);
}

const units: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  min: 'm',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  hour: 'h',
  hours: 'h',
  hr: 'h',
  hrs: 'h',
};

/** What was most likely meant; a number without unit means seconds more often than anything else. */
function corrected(text: string): string | undefined {
  const match = /^(\d+)\s*([A-Za-z]*)$/.exec(text.trim());
  if (!match) return undefined;
  const [, number = '', word = ''] = match;
  if (word === '') return `${number}s`;
  const lower = word.toLowerCase();
  if (/^(d|days?)$/.test(lower)) return `${Number(number) * 24}h`;
  const unit = units[lower] ?? (/^(ms|s|m|h)$/.test(lower) ? lower : undefined);
  return unit && `${number}${unit}`;
}

function replaced({ expression, valueRange }: Attribute, text: string) {
  if (expression.kind !== 'literal') return [];
  return [{ range: valueRange, newText: isJson(valueRange) ? JSON.stringify(text) : `"${text}"` }];
}
