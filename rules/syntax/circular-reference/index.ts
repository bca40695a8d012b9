import { defineRule, errorsOf, startOf } from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';
import { dataCircles } from './data-circles.ts';

export default defineRule({
  id: 'syntax/circular-reference',
  meta: {
    summary: 'Locals and data sources need each other, so that none of them can be computed.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'moderate',
    confidence: 0.95,
    remedy: 'Take one of the references out of the circle.',
    example: 'locals {\n  a = "x-y"\n  b = "y"\n}',
    recommended: true,
  },
  messages: {
    error: '{text}',
    data: '{name} needs itself: {way}.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const { range, message } of errorsOf(template, 'syntax/circular-reference')) {
          report({ at: range, message: 'error', data: { text: message } });
        }
        if (isLegacy(template)) return;
        for (const { name, way, at } of dataCircles(template)) {
          report({ at: startOf(at), message: 'data', data: { name, way: way.join(' → ') } });
        }
      },
    };
  },
});
