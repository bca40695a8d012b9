import type { Toolchain } from 'packer-hybrid';
import { ensureProgram } from './ensure-program.ts';
import { installCommandFor } from './install-command.ts';
import type { InstallQueue } from './install-queue.ts';
import type { Machine } from './machine.ts';
import type { ToolchainOptions } from './options.ts';
import { findPlace } from './place.ts';

interface Parts {
  readonly machine: Machine;
  readonly queue: InstallQueue;
}

/** The service itself, apart from the plugin so that it can be given another machine. */
export function createToolchain(options: ToolchainOptions, { machine, queue }: Parts): Toolchain {
  return {
    async ensure(needs, context) {
      const place = await findPlace(machine, options.manager);
      const parts = { machine, place, queue, timeoutMs: options.timeoutMs };
      return Promise.all(needs.map((need) => ensureProgram(need, context, parts)));
    },
    async installCommand(needs) {
      return installCommandFor(needs, await findPlace(machine, options.manager));
    },
  };
}
