import type { TestContext } from 'vitest';
import { type TestPacker, type Toolchain, toolchain } from '../toolchain/toolchain.ts';
import { type BusyboxGuest, busyboxGuest } from './guest/busybox-guest.ts';

const available: Toolchain = await toolchain();
const guest = await busyboxGuest();

/** Every Packer that tests run with; a stand-in makes the suite name what is missing instead of vanishing. */
export const packers: readonly (TestPacker | { readonly version: string; readonly missing: string })[] =
  available.packers.length > 0
    ? available.packers
    : [{ version: 'none', missing: available.missing.map(({ what, why }) => `${what}: ${why}`).join('; ') }];

/** This Packer, or the test is skipped with the reason. */
export function packerOr(ctx: TestContext, packer: (typeof packers)[number]): TestPacker {
  return 'missing' in packer ? ctx.skip(packer.missing) : packer;
}

/** The newest Packer that is there. */
export function newestPacker(ctx: TestContext): TestPacker {
  return packerOr(ctx, packers.at(-1) ?? { version: 'none', missing: 'no Packer is here' });
}

/** The guest for QEMU builds, or the test is skipped with the reason. */
export function guestOr(ctx: TestContext): BusyboxGuest {
  return 'missing' in guest ? ctx.skip(guest.missing) : guest;
}

/** The vCenter simulator's program and a Packer that can build for it, or the test is skipped with the reason. */
export function vsphereOr(ctx: TestContext): { readonly packer: TestPacker; readonly program: string } {
  const packer = available.packers.find(({ plugins }) => plugins.some((name) => name.includes('vsphere')));
  const { vcenter } = available;
  if (packer && vcenter) return { packer, program: vcenter };
  return ctx.skip(available.missing.map(({ what, why }) => `${what}: ${why}`).join('; '));
}
