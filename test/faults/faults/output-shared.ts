import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** One of the two is built; the other is refused with the name of the folder, before it writes into the same image. */
export const fault: Fault = {
  name: 'output-shared',
  what: 'two targets that are built at once write to the same folder',
  cause: 'unknown',
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
      const [code] = targets.flatMap(({ failure }) => (failure ? [failure.code] : []));
      if (code !== 'PH_PATH_SHARED') throw new Error(`The other target failed with ${code}.`);
      if (built.length !== 1) throw new Error(`${built.length} targets were built, not one.`);
      const [image] = built.map(({ target }) => `output/both/${target.source.name}.qcow2`);
      if (!image || !workspace.has(image)) throw new Error(`${image} is gone.`);
    },
  }),
};
