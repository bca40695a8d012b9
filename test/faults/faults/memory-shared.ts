import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../fault.ts';
import { qemuBuild } from '../templates/qemu-build.ts';

/** What fits one by one, but not at once, is built one by one. */
export const fault: Fault = {
  name: 'memory-shared',
  what: 'two targets are built at once, and the memory set aside for guests is enough for one',
  cause: 'host-memory-exhausted',
  needs: ['guest', 'mounts'],
  expects: {
    action: 'retry-backoff',
    also: ['reduce-parallelism'],
    outcome: 'recovered',
    exitCode: 0,
    attempts: 2,
  },
  async inject({ guest, outside }) {
    const memory = join(outside, 'memory');
    await mkdir(memory);
    const template = qemuBuild({ guest, sources: ['a', 'b'] }).replaceAll(
      '["-cpu", "max"],',
      `["-cpu", "max"],
    ["-object", "memory-backend-file,id=ram,size=256M,mem-path=${memory},prealloc=on"],
    ["-machine", "type=pc,accel=tcg,memory-backend=ram"],`,
    );
    return {
      files: { 'guest.pkr.hcl': template },
      config: { concurrency: { total: 2, platforms: { qemu: 2 } }, retry: { attempts: 1, wait: 0.2 } },
      within: ['unshare', '-m', 'sh', '-c', `mount -t tmpfs -o size=400m none ${memory} && exec "$@"`, 'sh'],
      makes: ['output/a/', 'output/b/'],
      check({ targets }) {
        const built = targets.filter(({ status }) => status === 'succeeded');
        if (built.length !== 2) throw new Error(`${built.length} targets were built, not both.`);
      },
    };
  },
};
