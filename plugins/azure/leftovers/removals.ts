import { isImage, kindOf } from './kinds.ts';
import type { ResourceManager } from './resource-manager.ts';
import { type AzureResource, bearsTag, removeGroup, resourcesIn } from './tagged.ts';

/** Packer gives such a name to a group that it makes for one build. */
export function isTemporary({ name }: AzureResource): boolean {
  return /^pkr-Resource-Group-/i.test(name);
}

/** Looks once more whose the group is and what is in it, then deletes it with everything in it. */
export async function removeBuildGroup(
  manager: ResourceManager,
  group: AzureResource,
  mark: string,
): Promise<void> {
  const { id, name } = group;
  if (!(await isStillOurs(manager, group, mark))) return;
  if (!isTemporary(group)) {
    throw new Error(`the name of ${name} does not tell that Packer made the group, so delete it yourself`);
  }
  const image = (await resourcesIn(manager, id)).find(({ type }) => isImage(type));
  if (image) throw new Error(`the image ${image.name} is in it, so move it and delete the group yourself`);
  await removeGroup(manager, id);
}

/** Looks once more whose the resource is, then deletes it. */
export async function removeResource(
  manager: ResourceManager,
  resource: AzureResource,
  mark: string,
): Promise<void> {
  if (!(await isStillOurs(manager, resource, mark))) return;
  await manager.remove(`${resource.id}?api-version=${kindOf(resource.type)?.apiVersion}`);
}

/** False when it is gone. */
async function isStillOurs(
  manager: ResourceManager,
  { id, name }: AzureResource,
  mark: string,
): Promise<boolean> {
  const bears = await bearsTag(manager, id, mark);
  if (bears === false) throw new Error(`${name} bears the mark of the run no more, so it was left alone`);
  return bears === true;
}
