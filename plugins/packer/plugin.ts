import { definePlugin } from 'packer-hybrid';
import { buildTarget } from './build/build-target.ts';
import { createEngine } from './engine.ts';
import { PackerOptions } from './options.ts';

/** The build engine: real Packer, one process per target. */
export const packer = definePlugin({
  name: 'packer',
  apiVersion: 1,
  options: PackerOptions,
  setup(api) {
    const engine = createEngine(api);
    // Late, so that an engine for special targets can claim them first.
    api.on('build', (context) => buildTarget(engine, context), { order: 'late' });
  },
});
