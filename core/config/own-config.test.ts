import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';

it('loads the configuration of this repository from its source', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));

  const { settings, plugins } = await loadConfig({ cwd: root, command: 'run', ci: true, variables: {} });

  expect(settings.templates.map(({ path }) => path)).toEqual(['examples/debian-golden']);
  expect(settings.toolchain.install).toEqual('auto');
  expect(plugins?.map(({ name }) => name)).toEqual(['qemu', 'assurance']);
});
