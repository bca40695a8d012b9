import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { isTestFile, withSeverity } from '../_shared/secret-value.ts';
import { isTrue } from '../_shared/settings.ts';
import { turnOff } from '../_shared/true-setting.ts';

export default defineRule({
  id: 'security/vsphere-insecure-connection',
  meta: {
    summary: 'The connection to vCenter does not check who answers.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.97,
    remedy: 'Set it to false and let the build host trust the root certificate of vCenter.',
    example: 'insecure_connection = false',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    unchecked:
      'Packer sends the vCenter credential to whatever answers at the address, because {name} is true.',
  },
  create({ template, report }) {
    function check(body: Body, name: string): void {
      const attribute = attributeOf(body, name);
      if (!attribute || !isTrue(attribute.value)) return;
      report({
        at: attribute.valueRange,
        message: 'unchecked',
        data: { name },
        fix: turnOff(template, attribute),
        ...withSeverity(
          isTestFile(attribute.range.file) || /(^|\/)examples?\//.test(attribute.range.file)
            ? 'medium'
            : undefined,
        ),
      });
    }
    return {
      target({ type, body }) {
        if (type.startsWith('vsphere')) check(body, 'insecure_connection');
      },
      postProcessor({ component: { type, body } }) {
        if (type === 'vsphere' || type === 'vsphere-template') check(body, 'insecure');
      },
    };
  },
});
