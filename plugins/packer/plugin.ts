import { definePlugin } from 'packer-hybrid';
import { analyze } from './analyze/analyze.ts';
import { buildTarget } from './build/build-target.ts';
import { targetCache } from './build/target-isos.ts';
import { packerCommands } from './commands/packer-commands.ts';
import { createEngine } from './engine.ts';
import { purgeCache } from './iso/index.ts';
import { PackerOptions } from './options.ts';
import { preflight } from './preflight/preflight.ts';

/** The build engine: real Packer, one process per target. */
export const packer = definePlugin({
  name: 'packer',
  apiVersion: 1,
  options: PackerOptions,
  setup(api) {
    const engine = createEngine(api);
    api.on('preflight', (context) => preflight(engine, context));
    api.on('analyze', (context) => analyze(engine, context));
    // Late, so that an engine for special targets can claim them first.
    api.on('build', (context) => buildTarget(engine, context), { order: 'late' });
    api.provide('packer', packerCommands(engine));
    api.provide('isoCache', { purge: (context) => purgeCache(targetCache(context)) });
  },
});
