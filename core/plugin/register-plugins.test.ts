import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { definePlugin } from './define-plugin.ts';
import { type Order, PLUGIN_API } from './plugin.ts';
import { registerPlugins } from './register-plugins.ts';

const listener = (name: string, order: Order = 'normal', after: readonly string[] = []) =>
  definePlugin({
    name,
    apiVersion: PLUGIN_API,
    after,
    setup: (api) => api.on('preflight', () => undefined, { order }),
  })();

const namesOf = async (plugins: readonly unknown[]) =>
  (await registerPlugins(plugins)).handlers.map(({ plugin }) => plugin);

describe('registerPlugins', () => {
  it('keeps the order of the list within three bands', async () => {
    const plugins = [listener('a', 'late'), listener('b'), listener('c', 'early'), listener('d')];

    expect(await namesOf(plugins)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('moves a plugin behind the one it comes after', async () => {
    expect(await namesOf([listener('a', 'normal', ['b']), listener('b')])).toEqual(['b', 'a']);
  });

  it('names the plugins of a cycle', async () => {
    const plugins = [
      listener('a', 'normal', ['b']),
      listener('b', 'normal', ['c']),
      listener('c', 'normal', ['b']),
    ];

    await expect(registerPlugins(plugins)).rejects.toMatchObject({
      code: 'PH_PLUGIN_ORDER',
      context: { cycle: ['b', 'c', 'b'] },
    });
  });

  it('says which name in `after` nobody has', async () => {
    await expect(registerPlugins([listener('a', 'normal', ['nobody'])])).rejects.toMatchObject({
      code: 'PH_PLUGIN_AFTER',
      context: { after: 'nobody' },
    });
  });

  it('refuses a plugin for another plugin API', async () => {
    const plugin = definePlugin({ name: 'old', apiVersion: 0 })();

    await expect(registerPlugins([plugin])).rejects.toMatchObject({ code: 'PH_PLUGIN_API' });
  });

  it('names the option that is wrong', async () => {
    const plugin = definePlugin({
      name: 'typed',
      apiVersion: PLUGIN_API,
      options: z.object({ url: z.url() }),
    });

    await expect(registerPlugins([plugin({ url: 'nowhere' })])).rejects.toMatchObject({
      code: 'PH_PLUGIN_OPTIONS',
      context: { problems: [expect.stringContaining('url: ')] },
    });
  });

  it('tells a factory that was not called from a plugin', async () => {
    const factory = definePlugin({ name: 'a', apiVersion: PLUGIN_API });

    await expect(registerPlugins([factory])).rejects.toMatchObject({
      code: 'PH_PLUGIN_INVALID',
      context: { position: 0 },
    });
  });

  it('refuses two plugins of one name, and takes the same one twice as one', async () => {
    const twin = listener('a');

    expect(await namesOf([twin, twin])).toEqual(['a']);
    await expect(registerPlugins([twin, listener('a')])).rejects.toMatchObject({
      code: 'PH_PLUGIN_DUPLICATE',
    });
  });

  it('refuses two owners of one source type', async () => {
    const owner = (name: string) =>
      definePlugin({
        name,
        apiVersion: PLUGIN_API,
        contributes: { platforms: [{ id: name, title: name, sources: ['qemu'] }] },
      })();

    await expect(registerPlugins([owner('a'), owner('b')])).rejects.toMatchObject({
      code: 'PH_CONTRIBUTION_CLASH',
      context: { id: 'qemu', plugins: ['a', 'b'] },
    });
  });

  it('names the plugin whose set-up throws', async () => {
    const broken = definePlugin({
      name: 'broken',
      apiVersion: PLUGIN_API,
      setup() {
        throw new Error('no licence');
      },
    });

    await expect(registerPlugins([broken()])).rejects.toMatchObject({
      code: 'PH_PLUGIN_FAILED',
      context: { plugin: 'broken', hook: 'setup', reason: 'no licence' },
    });
  });

  it('names who asks for a service that nobody provides', async () => {
    const seeker = definePlugin({
      name: 'seeker',
      apiVersion: PLUGIN_API,
      setup: (api) => void api.use('toolchain'),
    });

    await expect(registerPlugins([seeker()])).rejects.toMatchObject({
      code: 'PH_SERVICE_MISSING',
      context: { service: 'toolchain', plugin: 'seeker' },
    });
  });
});
