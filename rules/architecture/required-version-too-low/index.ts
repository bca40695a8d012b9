import {
  attributeOf,
  compareVersions,
  defineRule,
  lowestAdmitted,
  parseConstraint,
} from 'packer-hybrid/rules';
import { numbers, versionFeatures } from '../_shared/version-features.ts';

export default defineRule({
  id: 'architecture/required-version-too-low',
  meta: {
    summary: 'required_version admits versions of Packer that lack something the template uses.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Raise the lower bound to the version that has everything the template uses.',
    example: 'packer {\n  required_version = ">= 1.12.0"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    low: 'required_version "{version}" admits versions before {needed}, which lack {features}.',
  },
  create({ template, report }) {
    return {
      template() {
        const { version } = template.requirements;
        const terms = parseConstraint(version ?? '');
        if (version === undefined || !terms || template.files.some(({ syntax }) => syntax === 'legacy-json'))
          return;
        const lowest = lowestAdmitted(terms) ?? [0];
        const lacking = versionFeatures(template).filter(
          ({ since }) => compareVersions(lowest, numbers(since)) < 0,
        );
        const [newest] = lacking;
        const attribute = template.blocks
          .filter(({ type }) => type === 'packer')
          .flatMap(({ body }) => attributeOf(body, 'required_version') ?? [])[0];
        if (!newest || !attribute) return;
        const isSimple = terms.length === 1 && (terms[0]?.operator === '>=' || terms[0]?.operator === '>');
        report({
          at: attribute.valueRange,
          message: 'low',
          data: {
            version,
            needed: newest.since,
            features: lacking
              .map(({ name, since, range }) => `${name} (${since}, line ${range.start.line})`)
              .join(', '),
          },
          fix: isSimple ? [{ range: attribute.valueRange, newText: `">= ${newest.since}"` }] : [],
        });
      },
    };
  },
});
