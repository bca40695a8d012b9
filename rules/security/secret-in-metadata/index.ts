// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Attribute, type Body, defineRule } from 'packer-hybrid/rules';
import { secretUses } from '../_shared/references.ts';

/** Attributes of sources whose text is stored with the image. */
const stored = new Set([
  'template_description',
  'template_name',
  'vm_name',
  'description',
  'tags',
  'notes',
  'annotation',
  'configuration_parameters',
  'vapp',
  'properties',
  'azure_tags',
  'managed_image_name',
  'image_name',
  'image_description',
  'image_labels',
]);

export default defineRule({
  id: 'security/secret-in-metadata',
  meta: {
    summary: 'A secret is stored in the description of the image.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.85,
    remedy:
      'Remove it, and say where the secret is kept instead; change the secret where an image was made already.',
    example: 'template_description = "Login user: ${var.admin_username}"',
    recommended: true,
  },
  messages: {
    stored:
      'The secret "{name}" becomes part of {attribute}, which everybody with read access sees as long as the image exists.',
  },
  create({ template, report }) {
    function check(attribute: Attribute): void {
      const [secret] = secretUses(template, attribute.expression);
      if (secret)
        report({
          at: attribute.valueRange,
          message: 'stored',
          data: { name: secret.name, attribute: attribute.name },
        });
    }
    function checkAll({ attributes, blocks }: Body): void {
      for (const attribute of attributes) check(attribute);
      for (const block of blocks) checkAll(block.body);
    }
    return {
      attribute(attribute, { kind, type, blocks }) {
        const isManifest =
          kind === 'post-processor' && type === 'manifest' && attribute.name === 'custom_data';
        const isSource = kind === 'source' || kind === 'build-source';
        const isTag = blocks.some(({ type: block }) => block === 'azure_tag' || block === 'vapp');
        if (isManifest || (isSource && (stored.has(attribute.name) || isTag))) check(attribute);
      },
      template() {
        for (const build of template.blocks.filter(({ type }) => type === 'build')) {
          for (const { type, body } of build.body.blocks) if (type === 'hcp_packer_registry') checkAll(body);
          for (const attribute of build.body.attributes)
            if (attribute.name === 'description') check(attribute);
        }
      },
    };
  },
});
