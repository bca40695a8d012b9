import { readFile } from 'node:fs/promises';

const assetTag = '7783-7084-3265-9085-8269-3286-77';

/** Whether this machine runs in Azure, told by the asset tag that all its machines carry; undefined where nobody can tell. */
export async function isAzureMachine(
  file = '/sys/class/dmi/id/chassis_asset_tag',
): Promise<boolean | undefined> {
  const tag = await readFile(file, 'utf8').catch(() => undefined);
  return tag === undefined ? undefined : tag.trim() === assetTag;
}
