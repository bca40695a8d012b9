import { type LeftoverMachine, type LeftoverRequest, machineMark, type Processes } from 'packer-hybrid';
import type { AzureOptions } from '../options.ts';
import type { AzureEndpoints } from './endpoints.ts';
import { byDependency, kindOf } from './kinds.ts';
import { isTemporary, removeBuildGroup, removeResource } from './removals.ts';
import { openResourceManager, type ResourceManager } from './resource-manager.ts';
import { type AzureResource, findTagged, type Tagged } from './tagged.ts';

/** Where to look, and as whom. */
export interface AzureAccess {
  readonly options: AzureOptions;
  readonly endpoints: AzureEndpoints;
}

/** Groups and resources that bear the mark of a run as a tag. */
export async function findResources(
  { options, endpoints }: AzureAccess,
  { run, targets, processes, signal }: LeftoverRequest,
): Promise<readonly LeftoverMachine[]> {
  const open = opener({ options, endpoints, processes });
  const found: LeftoverMachine[] = [];
  const manager = await open(signal);
  for (const mark of targets.map((target) => machineMark(run, target))) {
    const tagged = await findTagged(manager, { subscriptionId: options.subscriptionId ?? '', mark });
    found.push(...leftoversOf(tagged, { mark, open }));
  }
  return found;
}

type Open = (signal: AbortSignal) => Promise<ResourceManager>;

function opener(given: AzureAccess & { readonly processes: Processes }): Open {
  if (!given.options.subscriptionId) throw new Error('no subscription is set (ARM_SUBSCRIPTION_ID)');
  return (signal) => openResourceManager({ ...given, signal });
}

/** A group that goes takes along what is in it; finished images bear the tag too, and are no leftovers. */
function leftoversOf(
  { groups, resources }: Tagged,
  { mark, open }: { readonly mark: string; readonly open: Open },
): readonly LeftoverMachine[] {
  const going = groups.filter(isTemporary).map(({ id }) => `${id.toLowerCase()}/`);
  const single = resources
    .filter(({ id, type }) => kindOf(type) && !going.some((group) => id.toLowerCase().startsWith(group)))
    .toSorted(byDependency);
  const shown = ({ name, type }: AzureResource) => `Azure ${kindOf(type)?.title} ${name}`;
  return [
    ...single.map((each) => ({
      what: shown(each),
      remove: async (signal: AbortSignal) => removeResource(await open(signal), each, mark),
    })),
    ...groups.map((each) => ({
      what: `Azure resource group ${each.name}`,
      remove: async (signal: AbortSignal) => removeBuildGroup(await open(signal), each, mark),
    })),
  ];
}
