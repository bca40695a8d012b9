import { expect, it } from 'vitest';
import { qemuArgs } from './qemu-args.ts';

const machine = { disk: '/images/a,b.qcow2', format: 'qcow2', accelerator: 'tcg' } as const;

function after(args: readonly string[], name: string): readonly string[] {
  return args.filter((_, index) => args[index - 1] === name);
}

it('never writes to the disk, and escapes commas in its path', () => {
  const args = qemuArgs(machine, 2222);

  expect(after(args, '-drive')).toEqual(['file=/images/a,,b.qcow2,format=qcow2,snapshot=on,if=virtio']);
});

it('lets the disk boot by itself unless there is a kernel', () => {
  const own = qemuArgs(machine, 2222);
  const direct = qemuArgs({ ...machine, kernel: '/vmlinuz', initrd: '/initrd.img' }, 2222);

  expect(own).not.toContain('-kernel');
  expect(after(direct, '-kernel')).toEqual(['/vmlinuz']);
  expect(after(direct, '-append')).toEqual(['root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet']);
});

it('attaches disk and network as the image was built', () => {
  const args = qemuArgs(
    { ...machine, diskInterface: 'virtio-scsi', networkDevice: 'e1000', type: 'q35' },
    2222,
  );

  expect(after(args, '-device')).toEqual([
    'virtio-scsi-pci',
    'scsi-hd,drive=disk',
    'e1000,netdev=net',
    'virtio-rng-pci',
  ]);
  expect(after(args, '-machine')).toEqual(['q35,accel=tcg']);
});

it('is reachable from this machine only', () => {
  const args = qemuArgs(machine, 2222);

  expect(after(args, '-netdev')).toEqual(['user,id=net,hostfwd=tcp:127.0.0.1:2222-:22']);
});

it('adds the key of this boot and keeps what the image authorizes', () => {
  const args = qemuArgs(
    { ...machine, authorize: { user: 'admin', publicKey: 'ssh-ed25519 AAAA c\n' } },
    2222,
  );

  const credential = after(args, '-smbios')[0]?.split('tmpfiles.extra=')[1] ?? '';
  const lines = Buffer.from(credential, 'base64').toString().trim().split('\n');
  expect(lines).toEqual([
    'd /home/admin/.ssh 0700 admin admin -',
    'f /home/admin/.ssh/authorized_keys 0600 admin admin -',
    `w+~ /home/admin/.ssh/authorized_keys - - - - ${Buffer.from('\nssh-ed25519 AAAA c\n').toString('base64')}`,
  ]);
});
