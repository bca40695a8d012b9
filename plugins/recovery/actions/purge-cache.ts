import {
  attributeOf,
  type Body,
  HybridError,
  portablePath,
  type RecoverContext,
  sourceBody,
} from 'packer-hybrid';
import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction } from './built-in-action.ts';

const id = 'purge-cache';
const remote = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;

/** Removes the cached copy of this target's image, so that it is downloaded once more against the same checksum. */
export const purgeCache = builtInAction({
  id,
  corrects: true,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    if (!isDownloaded(context)) return { refusal: 'The image is a local file: it is not ours to replace.' };
    if (earlierFixes(context, id).length > 0) {
      return {
        refusal: 'It was downloaded anew, and differs again: what is published must be checked by hand.',
      };
    }
    return { step: { action: id, title: 'Remove the cached image and download it once more.' } };
  },
  async execute(context) {
    const cache = context.find('isoCache');
    if (!cache)
      throw new HybridError('PH_SERVICE_MISSING', { service: 'isoCache', plugin: 'recovery', known: [] });
    const removed = (await cache.purge(context)).map((path) => portablePath(context.workspace.root, path));
    const what = removed.length === 0 ? 'Nothing was cached' : `Removed ${removed.join(', ')}`;
    return { detail: `${what}; the image is downloaded anew.` };
  },
});

function isDownloaded({ template, target: { source, build } }: RecoverContext): boolean {
  return urlsOf(sourceBody(template, { ...source, build })).some((url) => remote.test(url));
}

/** In nested blocks too: some platforms have a block for each image. */
function urlsOf(body: Body): readonly string[] {
  const own = ['iso_url', 'iso_urls'].flatMap((name) => {
    const value = attributeOf(body, name)?.value;
    return value && value.state !== 'unknown' ? [value.value].flat().map(String) : [];
  });
  return [...own, ...body.blocks.flatMap((block) => urlsOf(block.body))];
}
