import * as z from 'zod';
import type { ResourceManager } from './resource-manager.ts';
import { MARK_TAG } from './template-mark.ts';

const API = 'api-version=2021-04-01';

const Item = z.object({ id: z.string(), name: z.string(), type: z.string() });
const Tags = z.object({ properties: z.object({ tags: z.record(z.string(), z.string()).default({}) }) });

/** A resource or a resource group. */
export type AzureResource = z.infer<typeof Item>;

export interface Tagged {
  readonly groups: readonly AzureResource[];
  readonly resources: readonly AzureResource[];
}

/** What bears the mark in a subscription. */
export async function findTagged(
  manager: ResourceManager,
  { subscriptionId, mark }: { readonly subscriptionId: string; readonly mark: string },
): Promise<Tagged> {
  const subscription = `/subscriptions/${encodeURIComponent(subscriptionId)}`;
  const filter = encodeURIComponent(`tagName eq '${MARK_TAG}' and tagValue eq '${mark}'`);
  const query = `${API}&$filter=${filter}`;
  return {
    groups: z.array(Item).parse(await manager.list(`${subscription}/resourcegroups?${query}`)),
    resources: z.array(Item).parse(await manager.list(`${subscription}/resources?${query}`)),
  };
}

/** Whether it bears the mark right now; undefined when it is gone. */
export async function bearsTag(
  manager: ResourceManager,
  id: string,
  mark: string,
): Promise<boolean | undefined> {
  const answer = await manager.read(`${id}/providers/Microsoft.Resources/tags/default?${API}`);
  if (answer === undefined) return undefined;
  const { tags } = Tags.parse(answer).properties;
  return Object.entries(tags).some(([name, value]) => name.toLowerCase() === MARK_TAG && value === mark);
}

export async function resourcesIn(
  manager: ResourceManager,
  group: string,
): Promise<readonly AzureResource[]> {
  return z.array(Item).parse(await manager.list(`${group}/resources?${API}`));
}

export function removeGroup(manager: ResourceManager, group: string): Promise<void> {
  return manager.remove(`${group}?${API}`);
}
