import { type Attribute, attributeOf, type Body, blocksOf, type TargetView } from 'packer-hybrid/rules';
import { isSet } from './settings.ts';

/** Builders whose images live on under a name. */
export const imageBuilders: ReadonlySet<string> = new Set([
  'proxmox-iso',
  'proxmox-clone',
  'vsphere-iso',
  'vsphere-clone',
  'azure-arm',
  'qemu',
]);

/** What names the image that a target makes, and where that name has to be the only one. */
export interface ArtifactName {
  readonly attribute: Attribute;
  /** What else tells two images of the same name apart. */
  readonly places: readonly (Attribute | undefined)[];
}

/** The names of the image that a target makes; none where the builder makes one up. */
export function artifactNames({ type, body }: TargetView): readonly ArtifactName[] {
  const at = (...names: readonly string[]) => names.map((name) => attributeOf(body, name));
  const named = (names: readonly string[], places: readonly (Attribute | undefined)[]) => {
    const attribute = names
      .filter((name) => isSet(body, name) || attributeOf(body, name)?.value.state === 'unknown')
      .map((name) => attributeOf(body, name))
      .find((one) => one);
    return attribute ? [{ attribute, places }] : [];
  };
  switch (type) {
    case 'proxmox-iso':
    case 'proxmox-clone':
      return named(['template_name', 'vm_name'], at('proxmox_url', 'node'));
    case 'vsphere-iso':
    case 'vsphere-clone':
      return named(['vm_name'], at('vcenter_server', 'datacenter', 'cluster', 'folder'));
    case 'azure-arm':
      return [
        ...named(['managed_image_name'], at('managed_image_resource_group_name')),
        ...galleryNames(body),
      ];
    case 'qemu':
      return named(['output_directory'], []);
    default:
      return [];
  }
}

function galleryNames(body: Body): readonly ArtifactName[] {
  return blocksOf(body, 'shared_image_gallery_destination').flatMap(({ body: gallery }) => {
    const attribute = attributeOf(gallery, 'image_name');
    const places = ['gallery_name', 'resource_group', 'image_version'].map((name) =>
      attributeOf(gallery, name),
    );
    return attribute ? [{ attribute, places }] : [];
  });
}
