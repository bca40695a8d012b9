import { join } from 'node:path';
import type { BaseContext, BaseImage } from './base-image.ts';
import { cachedBase } from './cache.ts';
import { download } from './download.ts';
import { makeKey } from './make-key.ts';
import { hashOf } from './recipe.ts';
import { makeSeed, SEED_VERSION } from './seed.ts';

export interface CloudImageOptions {
  /** A qcow2 disk with boot loader and cloud-init, such as Debian's genericcloud image. */
  readonly url: string;
  /** `sha256:<hex>` or `sha512:<hex>`. */
  readonly checksum: string;
}

/** A distribution's cloud image, verified, with a seed that lets root in by a key of its own. */
export async function cloudBase(options: CloudImageOptions, context: BaseContext): Promise<BaseImage> {
  const { url, checksum } = options;
  const { run, signal } = context;
  return cachedBase(context, hashOf(cloudRecipe(options)), async (temporary) => {
    await download({ url, checksum, path: join(temporary, 'disk.qcow2'), ...(signal && { signal }) });
    const key = await makeKey(run, temporary, { signal });
    const seed = await makeSeed(run, {
      folder: temporary,
      publicKeyFile: `${key}.pub`,
      ...(signal && { signal }),
    });
    return { disk: 'disk.qcow2', seed, privateKey: 'id_ed25519', sshUser: 'root' };
  });
}

/** Everything that decides how a base from a cloud image comes out. */
export function cloudRecipe({ url, checksum }: CloudImageOptions): object {
  return { version: SEED_VERSION, url, checksum };
}
