import type { ProgramNeed } from 'packer-hybrid';
import type { BaseSource } from '../base/index.ts';

const machine: readonly ProgramNeed[] = [
  {
    program: 'qemu-system-x86_64',
    why: 'to run the machine that an image is built in',
    packages: {
      apt: ['qemu-system-x86'],
      dnf: ['qemu-system-x86-core'],
      zypper: ['qemu-x86'],
      apk: ['qemu-system-x86_64'],
      pacman: ['qemu-system-x86'],
      brew: ['qemu'],
    },
  },
  {
    program: 'qemu-img',
    why: 'to make and convert disks',
    packages: {
      apt: ['qemu-utils'],
      dnf: ['qemu-img'],
      zypper: ['qemu-img'],
      apk: ['qemu-img'],
      pacman: ['qemu-img'],
      brew: ['qemu'],
    },
  },
];

const ssh = (program: 'ssh' | 'ssh-keygen', why: string): ProgramNeed => ({
  program,
  why,
  packages: {
    apt: ['openssh-client'],
    dnf: ['openssh-clients'],
    zypper: ['openssh-clients'],
    apk: [program === 'ssh' ? 'openssh-client-default' : 'openssh-keygen'],
    pacman: ['openssh'],
  },
});

const debianBase: readonly ProgramNeed[] = [
  {
    program: 'mmdebstrap',
    why: 'to make the Debian base image',
    packages: { apt: ['mmdebstrap'], dnf: ['mmdebstrap'], pacman: ['mmdebstrap'] },
  },
  {
    program: 'mke2fs',
    why: 'to put the base image on a disk',
    packages: {
      apt: ['e2fsprogs'],
      dnf: ['e2fsprogs'],
      zypper: ['e2fsprogs'],
      apk: ['e2fsprogs'],
      pacman: ['e2fsprogs'],
    },
  },
];

const seed: ProgramNeed = {
  program: 'genisoimage',
  why: 'to tell cloud-init who may log in',
  packages: { apt: ['genisoimage'], dnf: ['genisoimage'], zypper: ['mkisofs'], brew: ['cdrtools'] },
};

const sshpass: ProgramNeed = {
  program: 'sshpass',
  why: 'to log in to the finished image by password',
  packages: {
    apt: ['sshpass'],
    dnf: ['sshpass'],
    zypper: ['sshpass'],
    apk: ['sshpass'],
    pacman: ['sshpass'],
  },
};

export interface NeedSituation {
  /** Absent when no target starts from it. */
  readonly base: BaseSource | undefined;
  readonly boots: boolean;
  readonly byPassword: boolean;
}

/** Every program that a run of QEMU targets calls. */
export function needsOf({ base, boots, byPassword }: NeedSituation): readonly ProgramNeed[] {
  return [
    ...machine,
    ...(boots ? [ssh('ssh', 'to log in to the finished image')] : []),
    ...(boots || base ? [ssh('ssh-keygen', 'to make keys for machines')] : []),
    ...(boots && byPassword ? [sshpass] : []),
    ...(base?.kind === 'debian' ? debianBase : []),
    ...(base?.kind === 'cloud-image' ? [seed] : []),
  ];
}
