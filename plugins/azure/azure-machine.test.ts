import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isAzureMachine } from './azure-machine.ts';

async function tagFile(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'asset-tag-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'chassis_asset_tag');
  await writeFile(file, text);
  return file;
}

describe('isAzureMachine', () => {
  it('knows the asset tag of Azure', async () => {
    const file = await tagFile('7783-7084-3265-9085-8269-3286-77\n');

    expect(await isAzureMachine(file)).toBe(true);
  });

  it('knows that another tag is not Azure', async () => {
    expect(await isAzureMachine(await tagFile('Default string\n'))).toBe(false);
  });

  it('does not guess without a tag', async () => {
    expect(await isAzureMachine('/nonexistent/tag')).toBeUndefined();
  });
});
