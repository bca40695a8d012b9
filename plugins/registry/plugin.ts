import { definePlugin } from 'packer-hybrid';
import { RegistryOptions } from './options.ts';
import { pruneImages } from './prune-images.ts';
import { publishImage } from './publish-image.ts';

/** Keeps a list of the images that passed, on the local disk: the publisher that is always there. */
export const registry = definePlugin({
  name: 'registry',
  apiVersion: 1,
  options: RegistryOptions,
  setup(api) {
    api.on('publish', (context) => publishImage(context, api.options));
    // Only now is it certain that no later publisher fails and wants the images of before back.
    api.on('close', (context) => pruneImages(context, api.options.keep));
  },
});
