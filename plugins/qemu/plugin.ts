import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { acceleratorChooser } from './accelerators.ts';
import { basesOf } from './bases.ts';
import { qemuBooter } from './guest/index.ts';
import { qemuLeftovers } from './leftovers/index.ts';
import { QemuOptions } from './options.ts';
import { platform } from './platform.ts';
import { preflight } from './preflight/index.ts';
import { failureSignatures } from './signatures/index.ts';
import { qemuVariables } from './variables.ts';

/** Owns the QEMU source type: checks it, gives templates a base image, and boots what was built. */
export const qemu = definePlugin({
  name: 'qemu',
  apiVersion: PLUGIN_API,
  options: QemuOptions,
  contributes: { platforms: [platform], failureSignatures },
  setup(api) {
    const { options } = api;
    const choose = acceleratorChooser(options.accelerator);
    const bases = options.base && basesOf(options.base);

    api.on('preflight', (context) => {
      if (options.boot.password) context.secrets.add(options.boot.password);
      return preflight(context, { options, bases, choose, toolchain: api.use('toolchain') });
    });
    api.provide('leftovers/qemu', qemuLeftovers);
    api.provide('variables/qemu', qemuVariables({ bases, choose }));
    if (options.boot.enabled) api.provide('guests/qemu', qemuBooter({ boot: options.boot, bases, choose }));
  },
});
