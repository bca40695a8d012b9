import { expect, it } from 'vitest';
import { nameOf } from './qemu-leftovers.ts';

it.each([
  ['its name', ['-m', '1', '-name', 'debian.qcow2'], 'debian.qcow2'],
  ['its name among options', ['-name', 'guest=debian,debug-threads=on'], 'debian'],
  ['its first disk', ['-drive', 'if=virtio,file=/w/out/a.qcow2,format=qcow2'], 'a.qcow2'],
  ['nothing', ['-m', '512'], undefined],
  ['nothing after an option that ends the line', ['-name'], undefined],
])('a machine is called by %s', (_, args, name) => {
  expect(nameOf(args)).toBe(name);
});
