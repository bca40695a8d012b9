import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultContext } from '../fault.ts';

/** The apt of this machine with lists, caches and sources of its own. */
export interface PrivateApt {
  /** How a script calls it. */
  readonly command: string;
  /** Takes the lock of the package lists, as another apt would; returns the function that lets it go. */
  holdLock(): Promise<() => Promise<void>>;
}

const hold = `
use Fcntl;
open(my $lock, '>>', $ARGV[0]) or die;
my $all = pack('s s x4 q q i x4', F_WRLCK, 0, 0, 0, 0);
fcntl($lock, F_SETLK, $all) or die "fcntl: $!";
syswrite(STDOUT, "held");
<STDIN>;
`;

/** Prepares an apt that reads these sources and touches nothing of this machine. */
export async function privateApt(
  { outside, onEnd }: Pick<FaultContext, 'outside' | 'onEnd'>,
  sources = '',
): Promise<PrivateApt> {
  const root = join(outside, 'apt');
  for (const folder of ['lists/partial', 'archives/partial', 'etc']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await writeFile(join(root, 'sources.list'), sources);
  await writeFile(join(root, 'status'), '');
  return {
    command: ['apt-get', ...optionsOf(root).map((option) => `-o ${option}`)].join(' '),
    async holdLock() {
      const child = spawn('perl', ['-e', hold, join(root, 'lists', 'lock')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      await Promise.race([once(child.stdout, 'data'), failsWhenOver(child)]);
      const release = async () => {
        if (child.exitCode !== null) return;
        const ended = once(child, 'exit');
        child.stdin.end();
        await ended;
      };
      onEnd(release);
      return release;
    },
  };
}

async function failsWhenOver(child: ReturnType<typeof spawn>): Promise<never> {
  await once(child, 'exit');
  throw new Error('The lock of apt could not be held.');
}

function optionsOf(root: string): readonly string[] {
  return [
    `Dir::Etc::sourcelist=${root}/sources.list`,
    `Dir::Etc::sourceparts=${root}/etc`,
    `Dir::State::lists=${root}/lists`,
    `Dir::State::status=${root}/status`,
    `Dir::Cache::archives=${root}/archives`,
    `Dir::Cache::pkgcache=${root}/pkgcache.bin`,
    `Dir::Cache::srcpkgcache=${root}/srcpkgcache.bin`,
    'APT::Sandbox::User=root',
    'APT::Update::Error-Mode=any',
    'Acquire::Retries=0',
  ];
}
