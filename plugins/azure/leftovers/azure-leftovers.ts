import {
  type LeftoverMachine,
  type Leftovers,
  machineMark,
  type Processes,
  putsMark,
  type Target,
  type Template,
  targetBody,
} from 'packer-hybrid';
import { managementHost } from '../management-host.ts';
import type { AzureOptions } from '../options.ts';
import { readSource } from '../source.ts';
import { type AzureEndpoints, publicCloud } from './azure-login.ts';
import { byDependency, kindOf } from './kinds.ts';
import { isTemporary, removeBuildGroup, removeResource } from './removals.ts';
import { openResourceManager, type ResourceManager } from './resource-manager.ts';
import { type AzureResource, findTagged, MARK_TAG, type Tagged } from './tagged.ts';

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `azure_tags = { packer_hybrid_run = var.packer_hybrid_run }` into the source, and let `subscription_id` be that of the configuration or of ARM_SUBSCRIPTION_ID.';

/** Groups and resources of Azure bear the mark of their run as a tag, where the template puts it there. */
export function azureLeftovers(options: AzureOptions, endpoints: AzureEndpoints = publicCloud): Leftovers {
  return {
    mark: {
      remedy,
      isPut: (template, target) => isPut(template, target) && isReached(template, target, options),
    },
    async find({ run, targets, processes, signal }) {
      const open = opener({ options, endpoints, processes });
      const found: LeftoverMachine[] = [];
      const manager = await open(signal);
      for (const mark of targets.map((target) => machineMark(run, target))) {
        const tagged = await findTagged(manager, { subscriptionId: options.subscriptionId ?? '', mark });
        found.push(...leftoversOf(tagged, { mark, open }));
      }
      return found;
    },
  };
}

type Open = (signal: AbortSignal) => Promise<ResourceManager>;

function opener(given: {
  readonly options: AzureOptions;
  readonly endpoints: AzureEndpoints;
  readonly processes: Processes;
}): Open {
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

/** A tag counts under its one name. */
function isPut(template: Template, target: Target): boolean {
  const { attributes, blocks } = targetBody(template, target);
  const isNamed =
    attributes.some(({ name, text }) => name === 'azure_tags' && text.includes(MARK_TAG)) ||
    blocks.some(({ type }) => type === 'azure_tag');
  return (
    target.source.type === 'azure-arm' && isNamed && putsMark(template, target, ['azure_tags', 'azure_tag'])
  );
}

/** Whether the machine will be made where we look: a template may name another subscription or cloud. */
function isReached(template: Template, target: Target, options: AzureOptions): boolean {
  const source = readSource(template, targetBody(template, target), options);
  const { subscriptionId } = source;
  const isOurs = subscriptionId.state === 'text' && subscriptionId.text === options.subscriptionId;
  return isOurs && managementHost(source) === new URL(publicCloud.management).host;
}
