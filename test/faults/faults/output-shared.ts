import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** One of the two is built; the other is refused with the name of the folder, before it writes into the same image. */
export const fault: Fault = {
  name: 'output-shared',
  what: 'two targets that are built at once write to the same folder',
  cause: 'PH_PATH_SHARED',
  needs: ['guest'],
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: ({ guest, workspace }) => ({
    files: {
      'guest.pkr.hcl': qemuBuild({ guest, sources: ['a', 'b'] }, { output_directory: 'output/both' }),
    },
    config: { concurrency: { total: 2, platforms: { qemu: 2 } } },
    makes: ['output/both/'],
    check({ targets }) {
      const built = targets.filter(({ status }) => status === 'succeeded');
      if (built.length !== 1) throw new Error(`${built.length} targets were built, not one.`);
      const [image] = built.map(({ target }) => `output/both/${target.source.name}.qcow2`);
      if (!image || !workspace.has(image)) throw new Error(`${image} is gone.`);
    },
  }),
};
