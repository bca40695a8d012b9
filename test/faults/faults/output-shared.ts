import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What another target builds at the moment is in nobody's way: it is never removed, and no other output is made up. */
export const fault: Fault = {
  name: 'output-shared',
  what: 'two targets that are built at once write to the same folder',
  cause: 'output-exists',
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
