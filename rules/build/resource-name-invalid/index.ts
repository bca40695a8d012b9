import { attributeOf, type Body, defineRule, type TargetView } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import { namesOf } from './names.ts';
import { knownPieces } from './pieces.ts';
import { tagProblems } from './tags.ts';
import { bareTimestamp } from './timestamps.ts';

export default defineRule({
  id: 'build/resource-name-invalid',
  meta: {
    summary: 'A name holds what its platform does not allow in names.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy:
      'Use letters, digits and hyphens, and a time without colons: formatdate("YYYYMMDDhhmm", timestamp()).',
    example: `template_name = "ubuntu-24.04-\${formatdate("YYYYMMDDhhmm", timestamp())}"`,
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    timestamp:
      '"{name}" holds {what}, a time with colons such as 2030-01-31T12:00:00Z, which names must not have.',
    invalid: '"{name}" is "{value}": {expected}.',
    'tag-count': 'There are {count} tags; Azure takes 50.',
    'tag-length': 'The tag "{tag}" is too long: names have 512 characters at most, values 256.',
  },
  subs: {
    timestamp: 'time with colons in a name',
    'image-name': 'name of a managed image or disk',
    'group-name': 'name of a resource group',
    'snapshot-name': 'name of a snapshot',
    'container-name': 'name of a container',
    'build-prefix': 'prefix of temporary resources',
    'host-name': 'name of a machine on Proxmox',
    tags: 'tags that Azure does not take',
  },
  create({ template, report }) {
    function checkName(body: Body, name: string, target: TargetView): void {
      const attribute = attributeOf(body, name);
      if (!attribute) return;
      const time = bareTimestamp(template, attribute.expression);
      const isStrict = /^(azure|proxmox)/.test(target.type);
      if (time) {
        const at = time.at ?? attribute.valueRange;
        const fix = time.at && time.isCall ? [{ range: time.at, newText: formatted }] : [];
        const data = { name, what: time.what };
        const severity = isStrict ? 'critical' : 'high';
        report({
          at,
          message: 'timestamp',
          sub: 'timestamp',
          severity,
          data,
          ...(fix.length > 0 && { fix }),
        });
      }
      checkText(body, name, target);
    }

    function checkText(body: Body, name: string, { type }: TargetView): void {
      const attribute = attributeOf(body, name);
      const kind = namesOf(type)[name];
      if (!attribute || !kind) return;
      const { text, isWhole } = knownPieces(attribute);
      if (text === undefined || (isWhole ? kind.fits(text) : kind.mayFit(text))) return;
      const meant = isWhole ? kind.meant?.(text) : undefined;
      const fix = meant !== undefined && kind.fits(meant) ? replaceText(attribute, meant) : [];
      const data = { name, value: text, expected: kind.expected };
      report({
        at: attribute.valueRange,
        message: 'invalid',
        sub: kind.sub,
        data,
        ...(fix.length > 0 && { fix }),
      });
    }

    return {
      target(target) {
        const { type, body } = target;
        for (const name of Object.keys(namesOf(type))) checkName(body, name, target);
        if (type !== 'azure-arm') return;
        for (const problem of tagProblems(body)) report(problem);
      },
    };
  },
});

const formatted = 'formatdate("YYYYMMDDhhmm", timestamp())';
