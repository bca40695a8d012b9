import { afterEach, describe, expect, it, vi } from 'vitest';
import { testContext } from '../testing/context.ts';
import { platformEnvironment } from './platform-environment.ts';

afterEach(() => vi.unstubAllEnvs());

const target = { platform: 'proxmox' } as never;
const find = (environment: Record<string, string>) => ({
  find: (() => ({ environment: async () => environment })) as never,
});

describe('platformEnvironment', () => {
  const context = testContext({ root: import.meta.dirname });

  it('gives Packer what a platform offers', async () => {
    const given = await platformEnvironment(find({ PROXMOX_URL: 'https://pve' }), context, [target]);

    expect(given).toEqual({ PROXMOX_URL: 'https://pve' });
  });

  it("leaves alone what the user's own environment sets", async () => {
    vi.stubEnv('PROXMOX_URL', 'https://mine');

    const given = await platformEnvironment(find({ PROXMOX_URL: 'https://pve' }), context, [target]);

    expect(given).toEqual({});
  });

  it('is empty for platforms that offer nothing', async () => {
    const given = await platformEnvironment({ find: () => undefined }, context, [target]);

    expect(given).toEqual({});
  });
});
