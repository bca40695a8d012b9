import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Target } from '../schema/index.ts';
import { createTargetQueue } from './queue.ts';

const target = (name: string, platform: string, host?: string): Target => ({
  id: `default/-/${platform}.${name}`,
  slug: name,
  env: 'default',
  template: '.',
  source: { type: platform, name },
  packer_name: `${platform}.${name}`,
  platform,
  os: 'linux',
  ...(host !== undefined && { host }),
});

async function mostAtOnce(
  targets: readonly Target[],
  settings: { total: number; platforms?: Record<string, number>; hosts?: Record<string, number> },
): Promise<number> {
  const queue = createTargetQueue({
    settings: { platforms: {}, hosts: {}, ...settings },
    platformDefault: (platform) => (platform === 'vsphere' ? 2 : undefined),
  });
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await delay(5);
    running -= 1;
  };
  const { signal } = new AbortController();
  await Promise.all(targets.map((one) => queue.run(one, signal, work)));
  return most;
}

describe('createTargetQueue', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('keeps the limit of the run', async () => {
    expect(
      await mostAtOnce(
        names.map((name) => target(name, 'null')),
        { total: 3 },
      ),
    ).toBe(3);
  });

  it('keeps the limit that the settings give a platform', async () => {
    const targets = names.map((name) => target(name, 'qemu'));

    expect(await mostAtOnce(targets, { total: 6, platforms: { qemu: 1 } })).toBe(1);
  });

  it("keeps a platform's own limit where the settings give none", async () => {
    expect(
      await mostAtOnce(
        names.map((name) => target(name, 'vsphere')),
        { total: 6 },
      ),
    ).toBe(2);
  });

  it('keeps the limit of a host, across platforms', async () => {
    const targets = names.map((name, i) => target(name, i % 2 === 0 ? 'proxmox' : 'qemu', 'node1'));

    expect(await mostAtOnce(targets, { total: 6, hosts: { node1: 1 } })).toBe(1);
  });

  it('rejects a waiting target at once when the run is cancelled, and lets the running one finish', async () => {
    const queue = createTargetQueue({
      settings: { total: 1, platforms: {}, hosts: {} },
      platformDefault: () => undefined,
    });
    const stop = new AbortController();
    let finished = false;
    const running = queue.run(target('a', 'null'), stop.signal, async () => {
      await delay(40);
      finished = true;
    });
    const waiting = queue.run(target('b', 'null'), stop.signal, async () => 'never');

    await delay(5);
    stop.abort(new Error('cancelled'));

    await expect(waiting).rejects.toThrow('cancelled');
    expect(finished).toBe(false);
    await running;
    expect(finished).toBe(true);
  });
});
