import type { RunContext } from 'packer-hybrid';
import { type Accelerator, probeAccelerator } from './kvm/index.ts';
import type { QemuOptions } from './options.ts';
import { shareWork } from './share-work.ts';

/** Chooses the accelerator for this machine, and says why; the probe runs once. */
export type ChooseAccelerator = (context: RunContext) => Promise<Accelerator>;

/** Makes the chooser that all parts of one plugin share. */
export function acceleratorChooser(wanted: QemuOptions['accelerator']): ChooseAccelerator {
  const share = shareWork<Accelerator>();
  let known: Accelerator | undefined;
  return async (context) => {
    if (wanted !== 'auto') return { accelerator: wanted, reason: 'the configuration asks for it' };
    if (known) return known;
    const { run, find } = context.processes;
    const probed = await share('probe', context.signal, (signal) => probeAccelerator({ run, signal }));
    // Without QEMU the answer says nothing about the machine, and QEMU may be installed later.
    if (await find('qemu-system-x86_64')) known = probed;
    return probed;
  };
}
