import { attributeOf, type TargetView } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { flagOf } from '../_shared/settings.ts';

/** Whether other machines are made of the result. */
export function becomesImage({ type, body, build }: TargetView): boolean {
  const isSpecialized = nestedBlocks(body, 'shared_image_gallery_destination').some(
    (block) => flagOf(block.body, 'specialized') !== false,
  );
  const isTest = ['skip_create_image', 'skip_convert_to_template'].some(
    (name) => flagOf(body, name) !== false,
  );
  const isMachine = attributeOf(body, 'convert_to_template') && flagOf(body, 'convert_to_template') === false;
  // A box for Vagrant is one developer's machine.
  const isBox = (build?.postProcessors ?? []).some((component) => component.type.startsWith('vagrant'));
  return !isSpecialized && !isTest && !isBox && !(type.startsWith('vsphere') && isMachine);
}
