import type { ManagerId } from './options.ts';

/** How one package manager is spoken to. */
export interface PackageManager {
  readonly id: ManagerId;
  readonly program: string;
  /** Arguments that install without asking; the packages follow. */
  readonly install: readonly string[];
  /** Added only when we run it ourselves, so that the command for people stays short. */
  readonly unattended?: readonly string[];
  /** Fetches the package lists; absent where installing does that by itself. */
  readonly refresh?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly needsRoot: boolean;
  /** What it says when a package does not exist. */
  readonly unknownPackage: RegExp;
  /** Distributions (`ID` and `ID_LIKE` of os-release) that it is the native one of. */
  readonly nativeTo: readonly string[];
}

/** Best first, for a machine whose distribution tells nothing. */
export const packageManagers: readonly PackageManager[] = [
  {
    id: 'apt',
    program: 'apt-get',
    install: ['install', '-y', '--no-install-recommends'],
    unattended: ['-o', 'DPkg::Lock::Timeout=120'],
    refresh: ['update'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    needsRoot: true,
    unknownPackage: /Unable to locate package|has no installation candidate|Couldn't find any package/,
    nativeTo: ['debian', 'ubuntu'],
  },
  {
    id: 'dnf',
    program: 'dnf',
    install: ['install', '-y', '--setopt=install_weak_deps=False'],
    env: {},
    needsRoot: true,
    unknownPackage: /No match for argument|Unable to find a match/,
    nativeTo: ['fedora', 'rhel', 'centos'],
  },
  {
    id: 'zypper',
    program: 'zypper',
    install: ['--non-interactive', 'install', '--no-recommends'],
    env: {},
    needsRoot: true,
    unknownPackage: /No provider of|not found in package names/,
    nativeTo: ['suse', 'opensuse'],
  },
  {
    id: 'apk',
    program: 'apk',
    install: ['add'],
    unattended: ['--wait', '120'],
    refresh: ['update'],
    env: {},
    needsRoot: true,
    unknownPackage: /no such package/,
    nativeTo: ['alpine'],
  },
  {
    id: 'pacman',
    program: 'pacman',
    install: ['-S', '--noconfirm', '--needed'],
    refresh: ['-Sy'],
    env: {},
    needsRoot: true,
    unknownPackage: /target not found/,
    nativeTo: ['arch'],
  },
  {
    id: 'brew',
    program: 'brew',
    install: ['install'],
    env: { HOMEBREW_NO_AUTO_UPDATE: '1', NONINTERACTIVE: '1' },
    needsRoot: false,
    unknownPackage: /No available formula/,
    nativeTo: [],
  },
];
