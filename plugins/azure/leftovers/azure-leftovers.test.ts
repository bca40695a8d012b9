import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LeftoverRequest, machineMark, type Processes } from 'packer-hybrid';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProcesses, createSecrets } from '../../../core/process/index.ts';
import { AzureOptions } from '../options.ts';
import {
  azureDouble,
  type DoubleResource,
  doubleSecret,
  doubleSubscription,
  doubleTenant,
  doubleToken,
} from '../testing/azure-double.ts';
import { azureLeftovers } from './azure-leftovers.ts';

const run = '20260101-000000-dead';
const target = 'dev.azure-arm.debian';
const mark = machineMark(run, target);
const tags = { packer_hybrid_run: mark, owner: 'us' };
const { signal } = new AbortController();
const principal = {
  tenantId: doubleTenant,
  clientId: 'c',
  clientSecret: doubleSecret,
  subscriptionId: doubleSubscription,
};
const compute = 'providers/Microsoft.Compute';
const network = 'providers/Microsoft.Network';

async function scene(resources: DoubleResource[]) {
  const double = await azureDouble(resources);
  const processes: Processes = createProcesses({ secrets: createSecrets() });
  const find = (options: Partial<AzureOptions> = principal) => {
    const leftovers = azureLeftovers(AzureOptions.parse(options), double.endpoints);
    return leftovers.find({ run, targets: [target], processes, signal } as unknown as LeftoverRequest);
  };
  return {
    ...{ double, find },
    async reap() {
      const found = await find();
      for (const machine of found) await machine.remove?.(signal);
      return found.map(({ what }) => what);
    },
    left: () => double.resources.map(({ path }) => path),
    removed: () => double.asked.filter((line) => line.startsWith('DELETE')),
  };
}

describe('leftovers on Azure', () => {
  it('are groups that Packer made, with all that is in them, and nothing else is touched', async () => {
    const others: DoubleResource[] = [
      { path: 'pkr-Resource-Group-other', tags: { packer_hybrid_run: `${mark}-2` } },
      { path: 'pkr-Resource-Group-bare', tags: {} },
      { path: 'pkr-Resource-Group-run', tags: { packer_hybrid_run: run } },
      { path: `images/${compute}/images/debian`, tags },
    ];
    const { reap, left, removed } = await scene([
      { path: 'pkr-Resource-Group-abc', tags },
      { path: `pkr-Resource-Group-abc/${compute}/virtualMachines/pkrvm`, tags },
      { path: `pkr-Resource-Group-abc/${compute}/disks/pkros`, tags: {} },
      ...others,
    ]);

    const found = await reap();

    expect(found).toEqual(['Azure resource group pkr-Resource-Group-abc']);
    expect(left()).toEqual(others.map(({ path }) => path));
    expect(removed()).toEqual(['DELETE resourceGroups/pkr-Resource-Group-abc']);
  });

  it('are single resources in a group of the user, the machine before what it uses', async () => {
    const { reap, left, removed } = await scene([
      { path: 'ours', tags: {} },
      { path: `ours/${network}/networkInterfaces/pkrni`, tags },
      { path: `ours/${compute}/virtualMachines/pkrvm`, tags },
      { path: `ours/${compute}/virtualMachines/web`, tags: { owner: 'us' } },
      { path: `ours/${compute}/images/debian`, tags },
      { path: `ours/${compute}/snapshots/debian`, tags },
    ]);

    const found = await reap();

    expect(found).toEqual(['Azure machine pkrvm', 'Azure network interface pkrni']);
    expect(removed()).toHaveLength(2);
    expect(left()).toEqual([
      'ours',
      `ours/${compute}/virtualMachines/web`,
      `ours/${compute}/images/debian`,
      `ours/${compute}/snapshots/debian`,
    ]);
  });

  it('are never a group whose name does not tell that Packer made it', async () => {
    const { reap, left } = await scene([{ path: 'builds', tags }]);

    await expect(reap()).rejects.toThrow('the name of builds does not tell that Packer made the group');
    expect(left()).toEqual(['builds']);
  });

  it('are never a group in which an image lies', async () => {
    const { reap, left } = await scene([
      { path: 'pkr-Resource-Group-abc', tags },
      { path: `pkr-Resource-Group-abc/${compute}/images/debian`, tags: {} },
    ]);

    await expect(reap()).rejects.toThrow('the image debian is in it');
    expect(left()).toHaveLength(2);
  });

  it('stay when they lost the tag after they were found', async () => {
    const group: DoubleResource = { path: 'pkr-Resource-Group-abc', tags };
    const { find, removed } = await scene([group]);
    const [found] = await find();
    group.tags = { owner: 'us' };

    await expect(found?.remove?.(signal)).rejects.toThrow('bears the mark of the run no more');
    expect(removed()).toEqual([]);
  });

  it('are no failure when they are gone by themselves', async () => {
    const { find, double, removed } = await scene([{ path: 'pkr-Resource-Group-abc', tags }]);
    const [found] = await find();
    double.resources = [];

    await found?.remove?.(signal);

    expect(removed()).toEqual([]);
  });

  it('stay with what Azure says where the deletion fails', async () => {
    const path = `ours/${compute}/virtualMachines/pkrvm`;
    const { reap } = await scene([{ path, tags, ends: 'Failed' }]);

    await expect(reap()).rejects.toThrow('Azure says: It is in use. (Conflict)');
  });
});

/** A stand-in for the Azure CLI on PATH. */
async function cli(script: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'az-'));
  const path = process.env.PATH;
  await writeFile(join(folder, 'az'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'az'), 0o755);
  process.env.PATH = `${folder}:${path}`;
  onTestFinished(async () => {
    process.env.PATH = path;
    await rm(folder, { recursive: true });
  });
}

describe('the login for leftovers on Azure', () => {
  it('is that of the Azure CLI where no principal is set', async () => {
    await cli(`echo ${doubleToken}`);
    const { find } = await scene([{ path: 'pkr-Resource-Group-abc', tags }]);

    const found = await find({ subscriptionId: doubleSubscription });

    expect(found).toHaveLength(1);
  });

  it('is missed with its reason, and no secret is told', async () => {
    await cli('echo "Please run az login" >&2; exit 1');
    const { find } = await scene([]);
    const failing = (options: Partial<AzureOptions>) => find(options).catch((cause) => cause.message);

    const reasons = [
      await failing({ ...principal, clientSecret: 'wrong-pony' }),
      await failing({ subscriptionId: doubleSubscription }),
      await failing({}),
    ];

    expect(reasons).toEqual([
      'Azure refuses the login: AADSTS7000215: Invalid client secret provided.',
      expect.stringMatching(/ARM_CLIENT_SECRET.*the Azure CLI is not logged in/),
      'no subscription is set (ARM_SUBSCRIPTION_ID)',
    ]);
    expect(reasons.join()).not.toContain('pony');
  });
});
