import { expect, test } from 'vitest';
import { definePlugin } from '../core/plugin/index.ts';
import { withDefaults } from './pipeline-of.ts';

const plugin = (name: string) => definePlugin({ name, apiVersion: 1 })();
const defaults = [plugin('packer'), plugin('qemu'), plugin('registry')];

test('without plugins in the configuration the defaults are all there is', () => {
  expect(withDefaults(undefined, defaults)).toEqual(defaults);
});

test('a configured plugin takes the place of the default of its name, others follow', () => {
  const qemu = plugin('qemu');
  const own = plugin('our-catalogue');

  const merged = withDefaults([own, qemu], defaults);

  expect(merged.map(({ name }) => name)).toEqual(['packer', 'qemu', 'registry', 'our-catalogue']);
  expect(merged[1]).toBe(qemu);
});

test('a plugin that is configured twice stays twice, so that the pipeline refuses it', () => {
  const merged = withDefaults([plugin('qemu'), plugin('qemu'), plugin('x'), plugin('x')], defaults);

  expect(merged.map(({ name }) => name)).toEqual(['packer', 'qemu', 'qemu', 'registry', 'x', 'x']);
});
