import { authorizeKeyArgs } from './authorize-key.ts';

/** The machine that a finished disk is booted in. */
export interface GuestMachine {
  readonly disk: string;
  readonly format: 'qcow2' | 'raw';
  readonly accelerator: 'kvm' | 'tcg';
  /** With it the disk needs no boot loader. */
  readonly kernel?: string;
  readonly initrd?: string;
  readonly kernelArguments?: string;
  /** ISO for cloud-init. */
  readonly seed?: string;
  readonly memoryMiB?: number;
  readonly cpus?: number;
  /** `pc` unless told. */
  readonly type?: string;
  /** How the disk is attached, `virtio` unless told; systems without its drivers need another. */
  readonly diskInterface?: string;
  readonly networkDevice?: string;
  /** A key that the guest is told at this boot, so that an image can be tested that holds none of its own. */
  readonly authorize?: { readonly user: string; readonly publicKey: string };
}

/** For a disk whose whole surface is one file system. */
const wholeDisk = 'root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet';

/** The command line of a throw-away machine: what it writes goes to a temporary file that nobody sees. */
export function qemuArgs(machine: GuestMachine, sshPort: number): string[] {
  const { accelerator, type = 'pc', memoryMiB = 1024, cpus = 2, authorize } = machine;
  return [
    ...['-machine', `${type},accel=${accelerator}`, '-cpu', accelerator === 'kvm' ? 'host' : 'max'],
    ...['-smp', String(cpus), '-m', String(memoryMiB)],
    ...['-nodefaults', '-no-reboot', '-display', 'none', '-monitor', 'none', '-serial', 'stdio'],
    ...diskArgs(machine),
    ...seedArgs(machine.seed),
    ...['-netdev', `user,id=net,hostfwd=tcp:127.0.0.1:${sshPort}-:22`],
    ...['-device', `${machine.networkDevice ?? 'virtio-net'},netdev=net`],
    ...['-device', 'virtio-rng-pci'],
    ...kernelArgs(machine),
    ...(authorize ? authorizeKeyArgs(authorize.user, authorize.publicKey) : []),
  ];
}

function diskArgs({ disk, format, diskInterface = 'virtio' }: GuestMachine): string[] {
  const drive = `file=${escaped(disk)},format=${format},snapshot=on`;
  if (diskInterface !== 'virtio-scsi') return ['-drive', `${drive},if=${diskInterface}`];
  const devices = ['-device', 'virtio-scsi-pci', '-device', 'scsi-hd,drive=disk'];
  return ['-drive', `${drive},if=none,id=disk`, ...devices];
}

function seedArgs(seed: string | undefined): string[] {
  return seed ? ['-drive', `file=${escaped(seed)},format=raw,if=virtio,readonly=on`] : [];
}

function kernelArgs({ kernel, initrd, kernelArguments = wholeDisk }: GuestMachine): string[] {
  if (!kernel) return [];
  return ['-kernel', kernel, ...(initrd ? ['-initrd', initrd] : []), '-append', kernelArguments];
}

/** In QEMU's option lists a comma ends a value; a doubled one stands for itself. */
function escaped(path: string): string {
  return path.replaceAll(',', ',,');
}
