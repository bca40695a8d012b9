import type { Leftovers } from 'packer-hybrid';
import type { AzureOptions } from '../options.ts';
import { type AzureEndpoints, publicCloud } from './endpoints.ts';
import { templateMark } from './template-mark.ts';

/** Groups and resources of Azure bear the mark of their run as a tag, where the template puts it there. */
export function azureLeftovers(options: AzureOptions, endpoints: AzureEndpoints = publicCloud): Leftovers {
  return {
    mark: templateMark(options),
    // Loaded for `reap` only: a build needs nothing of it.
    find: async (request) =>
      (await import('./find-resources.ts')).findResources({ options, endpoints }, request),
  };
}
