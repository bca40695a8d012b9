import { attributeOf, type Body, defineRule, type RuleContext, type TextEdit } from 'packer-hybrid/rules';
import { appendTo } from '../_shared/insert-attribute.ts';
import { headOf, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/qemu-headless-missing',
  meta: {
    summary: 'QEMU opens a window, which a machine without a screen cannot do.',
    severity: 'low',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.8,
    remedy: 'Set "headless" to a variable whose default is true.',
    example: 'variable "headless" {\n  default = true\n}\nsource "qemu" "x" {\n  headless = var.headless\n}',
    recommended: false,
    fixable: 'suggested',
  },
  messages: {
    pipeline:
      '"headless" is not true: QEMU opens a window and ends where there is no screen, as in {pipeline}.',
    anywhere: '"headless" is not true: QEMU opens a window and ends where there is no screen.',
  },
  create: (context) => ({
    target({ type, body, source }) {
      if (type !== 'qemu' || flagOf(body, 'headless') !== false || hasNoWindow(body)) return;
      const at = attributeOf(body, 'headless') ? placeOf(body, 'headless') : headOf(body);
      const fix = fixOf(source.body, body);
      const more = { at, ...(fix.length > 0 && { fix }) };
      const pipeline = pipelineOf(context);
      if (pipeline === undefined) context.report({ message: 'anywhere', confidence: 0.5, ...more });
      else context.report({ message: 'pipeline', data: { pipeline }, ...more });
    },
  }),
});

const pipelines = ['.github/workflows', '.gitlab-ci.yml', 'Jenkinsfile', 'azure-pipelines.yml', '.circleci'];
const parents = ['', '../', '../../', '../../../', '../../../../', '../../../../../'];

/** What builds images without a person in front of a screen. */
function pipelineOf({ exists }: Pick<RuleContext<Record<string, string>, unknown>, 'exists'>) {
  return pipelines.find((name) => parents.some((parent) => exists(`${parent}${name}`)));
}

function hasNoWindow(body: Body): boolean {
  const written = attributeOf(body, 'qemuargs')?.text ?? '';
  return (
    textOf(body, 'display') === 'none' ||
    isSet(body, 'use_default_display') ||
    /"-nographic"|"-display"|"-vnc"/.test(written) ||
    attributeOf(body, 'display')?.value.state === 'unknown'
  );
}

function fixOf(source: Body, body: Body): readonly TextEdit[] {
  return attributeOf(body, 'headless') ? [] : appendTo(source.attributes, 'headless = true');
}
