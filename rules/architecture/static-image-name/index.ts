// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { blocksOf, defineRule, type TargetView } from 'packer-hybrid/rules';
import { artifactNames } from '../_shared/artifact-names.ts';
import { isSet } from '../_shared/settings.ts';
import { varies } from '../_shared/varying.ts';

export default defineRule({
  id: 'architecture/static-image-name',
  meta: {
    summary: 'Every build gives the image the same name.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.78,
    remedy: 'Append a version or the time of the build to the name.',
    example: 'managed_image_name = "ubuntu-golden-${formatdate("YYYYMMDDhhmm", timestamp())}"',
    recommended: false,
  },
  messages: {
    static:
      '"{name}" is the same in every build: the second one fails, or with -force deletes the image that machines may still need.',
  },
  create: ({ template, report }) => ({
    target(target) {
      for (const { attribute } of artifactNames(target)) {
        // A gallery keeps versions of one name.
        if (attribute.name === 'image_name' || varies(template, attribute.expression)) continue;
        const light = isReplaced(target) ? { severity: 'low' as const } : {};
        report({ at: attribute, message: 'static', data: { name: attribute.name }, ...light });
      }
    },
  }),
});

/** Where one image under one name is the usual way: libraries, machines of a fixed number, files in a workspace. */
function isReplaced({ type, body }: TargetView): boolean {
  if (type === 'qemu') return true;
  if (type.startsWith('proxmox-')) return isSet(body, 'vm_id');
  return blocksOf(body, 'content_library_destination').length > 0;
}
