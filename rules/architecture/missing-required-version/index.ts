import { attributeOf, compareVersions, defineRule, startOf } from 'packer-hybrid/rules';
import { insertInPacker } from '../_shared/insert.ts';
import { numbers, versionFeatures } from '../_shared/version-features.ts';

export default defineRule({
  id: 'architecture/missing-required-version',
  meta: {
    summary: 'The template does not say which versions of Packer it works with.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Add required_version with the lowest version that has everything the template uses.',
    example: 'packer {\n  required_version = ">= 1.10.0"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    missing: 'No packer block says which versions of Packer this template works with.',
    empty: 'required_version is empty, which shuts no version of Packer out.',
  },
  create({ template, report }) {
    return {
      template() {
        const [first] = template.builds;
        // The older form has another key for it, and a rule of its own.
        if (!first || template.files.some(({ syntax }) => syntax === 'legacy-json')) return;
        const written = template.blocks
          .filter(({ type }) => type === 'packer')
          .flatMap(({ body }) => attributeOf(body, 'required_version') ?? []);
        const [newest] = versionFeatures(template);
        const lowest =
          newest && compareVersions(numbers(newest.since), [1, 10]) > 0 ? newest.since : '1.10.0';
        const [attribute] = written;
        if (!attribute) {
          const fix = insertInPacker(template, `  required_version = ">= ${lowest}"\n`, first.range);
          report({ at: startOf(first), message: 'missing', fix });
        } else if (attribute.value.state === 'known' && attribute.value.value === '') {
          const fix = [{ range: attribute.valueRange, newText: `">= ${lowest}"` }];
          report({ at: attribute, message: 'empty', fix });
        }
      },
    };
  },
});
