import {
  type Attribute,
  attributeOf,
  defineRule,
  errorsOf,
  nameRange,
  type TargetView,
} from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/duplicate-attribute',
  meta: {
    summary: 'An attribute is set twice in one block, or in a source and in the build that extends it.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.97,
    remedy: 'Keep one of the two: an attribute is written once.',
    example: 'build {\n  source "qemu.ubuntu" {\n    vm_name = "minimal"\n  }\n}',
    recommended: true,
  },
  messages: {
    twice: '{text}',
    extended:
      'The source "{source}" sets "{name}" already, on line {line} of {file}: a build adds to a source and replaces nothing.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const { range, message } of errorsOf(template, 'syntax/duplicate-attribute')) {
          report({ at: range, message: 'twice', data: { text: message } });
        }
      },
      target(target) {
        if (isLegacy(template)) return;
        for (const { added, first } of setAgain(target)) {
          const { file, start } = first.range;
          const source = `${target.type}.${target.name}`;
          const data = { source, name: added.name, line: start.line, file };
          report({ at: nameRange(added), message: 'extended', data });
        }
      },
    };
  },
});

interface SetAgain {
  readonly added: Attribute;
  readonly first: Attribute;
}

function setAgain({ use, source }: TargetView): readonly SetAgain[] {
  return (use?.body.attributes ?? []).flatMap((added) => {
    const first = attributeOf(source.body, added.name);
    return first ? [{ added, first }] : [];
  });
}
