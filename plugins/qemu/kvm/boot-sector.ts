/** What QEMU exits with when the sector ran to its end: `isa-debug-exit` turns the written 0x10 into (0x10 << 1) | 1. */
export const PROOF_EXIT_CODE = 33;

/** The I/O port that the sector writes its proof to. */
export const PROOF_PORT = '0xf4';

/**
 * Hosts exist whose KVM runs a guest in real mode and hangs it later, so the program goes all the way to long mode,
 * writes half a megabyte, counts, asks for the CPU's name and only then ends its machine.
 */
const program = [
  'fa 31c0 8ed8 8ec0 8ed0 bc007c', // cli; ds = es = ss = 0; sp = 0x7c00
  'fc bf0010 6631c0 b9000c 66f3ab', // clear three page tables at 0x1000
  'c70600100320 c70600200330 c70600308300', // level 4 → 3 → 2 → one page of 2 MiB
  '0f0116a87c', // lgdt [0x7ca8]
  '66b800100000 0f22d8', // cr3 = 0x1000
  '0f20e0 6683c820 0f22e0', // cr4 |= PAE
  '66b9800000c0 0f32 660d00010000 0f30', // EFER |= long mode
  '0f20c0 660d01000080 0f22c0', // cr0 |= paging, protected mode
  'ea647c0800', // jump to 64-bit code at 0x7c64
  '48c7c700001000 b900000100 48c7c067452301 f348ab', // fill 512 KiB from 1 MiB on
  'b900000001 ffc9 75fc', // count 16 million steps
  '31c0 0fa2', // cpuid: an instruction the hypervisor must answer
  '66baf400 b010 ee', // out 0xf4, 0x10
  'f4 ebfd', // hlt for ever
  '0f1f8000000000', // padding to 0x98
  '0000000000000000 00000000009a2000', // GDT: null, 64-bit code
  '0f00987c0000', // GDT register: limit 15, base 0x7c98
].join(' ');

/** A boot sector that proves that a guest really runs. */
export function bootSector(): Buffer {
  const sector = Buffer.alloc(512);
  sector.write(program.replaceAll(' ', ''), 'hex');
  sector.writeUInt16LE(0xaa55, 510);
  return sector;
}
