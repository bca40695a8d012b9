import { type Attribute, attributeOf, defineRule, startOf } from 'packer-hybrid/rules';
import { plainValue, textOf } from '../_shared/settings.ts';
import { isHclLiteral } from '../_shared/written-text.ts';
import { judgeChecksum } from './judge-checksum.ts';

const checksumTypes = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']);
const nested = new Set(['boot_iso', 'additional_iso_files']);

export default defineRule({
  id: 'security/iso-checksum-weak-or-malformed',
  meta: {
    summary: 'A checksum can be forged, or is not one at all.',
    severity: 'high',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.92,
    remedy: 'Use the SHA-256 or SHA-512 digest that the vendor publishes, with its type before it.',
    example: 'iso_checksum = "file:https://example.org/SHA256SUMS"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    weak: 'The checksum is a digest of type {type}, and files with the same one can be made on purpose.',
    weakFile:
      'The checksums come from {file}, and files with the same digest of that kind can be made on purpose.',
    length: 'A digest of type {type} has {expected} hexadecimal digits, this one has {found}.',
    digits: 'The checksum is no digest: it contains other signs than hexadecimal digits.',
    image: 'iso_checksum names an image; it takes the digest of the image, or "file:" and its checksum file.',
    type: '"{type}" is no type of checksum; Packer knows md5, sha1, sha224, sha256, sha384, sha512 and file.',
    bare: 'The digest has no type before it, so that Packer has to guess it from the length.',
    artifact:
      'The checksum post-processor writes {types} only, and files with the same digest can be made on purpose.',
    artifactType:
      '"{type}" is no type of checksum; the post-processor knows md5, sha1, sha224, sha256, sha384 and sha512.',
  },
  create({ template, report }) {
    function check(attribute: Attribute, text: string): void {
      const fault = judgeChecksum(text);
      const at = attribute.valueRange;
      if (!fault) return;
      if (fault.kind === 'bare') {
        const isLiteral = isHclLiteral(template, attribute.expression) && text.length === 64;
        const fix = isLiteral ? [{ range: at, newText: `"sha256:${text}"` }] : [];
        report({ at, message: 'bare', severity: 'low', fix });
      } else if (fault.kind === 'weak') report({ at, message: 'weak', data: { type: fault.type } });
      else if (fault.kind === 'weakFile') report({ at, message: 'weakFile', data: { file: fault.file } });
      else if (fault.kind === 'type') report({ at, message: 'type', data: { type: fault.type } });
      else if (fault.kind === 'length') {
        const { type, expected, found } = fault;
        report({ at, message: 'length', data: { type, expected, found } });
      } else report({ at, message: fault.kind });
    }
    return {
      target({ body }) {
        const bodies = [
          body,
          ...body.blocks.filter(({ type }) => nested.has(type)).map((block) => block.body),
        ];
        for (const one of bodies) {
          const attribute = attributeOf(one, 'iso_checksum');
          const text = textOf(one, 'iso_checksum');
          if (attribute && text) check(attribute, text);
        }
      },
      postProcessor({ component }) {
        if (component.type !== 'checksum') return;
        const attribute = attributeOf(component.body, 'checksum_types');
        const plain = attribute ? plainValue(attribute.value) : ['md5'];
        const types = (Array.isArray(plain) ? plain : []).filter((type) => typeof type === 'string');
        const at = attribute?.valueRange ?? startOf(component);
        const unknown = types.find((type) => !checksumTypes.has(type));
        if (unknown !== undefined) report({ at, message: 'artifactType', data: { type: unknown } });
        else if (types.length > 0 && types.every((type) => type === 'md5' || type === 'sha1')) {
          const fix =
            attribute?.expression.kind === 'list' && types.length === 1
              ? [{ range: at, newText: '["sha256"]' }]
              : [];
          report({ at, message: 'artifact', data: { types: types.join(' and ') }, fix });
        }
      },
    };
  },
});
