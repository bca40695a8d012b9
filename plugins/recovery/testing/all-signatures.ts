import type { FailureSignature } from 'packer-hybrid';
import { generalSignatures } from '../signatures/all.ts';

const platforms = ['qemu', 'proxmox', 'vsphere', 'azure', 'ansible', 'puppet'];

/** Everything that is known to go wrong, as it comes together where all built-in plugins are configured. */
export async function allSignatures(): Promise<readonly FailureSignature[]> {
  const packs = await Promise.all(
    platforms.map(async (name): Promise<readonly FailureSignature[]> => {
      const module = await import(new URL(`../../${name}/signatures/index.ts`, import.meta.url).href);
      return module.failureSignatures;
    }),
  );
  return [...packs.flat(), ...generalSignatures];
}
