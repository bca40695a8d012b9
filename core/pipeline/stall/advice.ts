interface Advice {
  /** What the name of the step begins with, or its kind. */
  readonly of: RegExp;
  readonly text: string;
}

const console = 'Look at the console of the machine (VNC, or the viewer of the hypervisor)';

/** First match wins: particular steps before the kind that they belong to. */
const advices: readonly Advice[] = [
  {
    of: /^(?:wait-for-ip|wait-for-instance) /,
    text: `${console}: the installer may wait for an answer, or the network gives the machine no address.`,
  },
  {
    of: / connect$/,
    text: `${console}: the installer may wait for an answer, the boot command may have come too early, or the service that Packer connects to was never started.`,
  },
  {
    of: / boot$/,
    text: `${console}: it may have stopped at a boot menu, or found no system to boot.`,
  },
  {
    of: /^provision-file\b/,
    text: 'The upload stands still: look at the network between this machine and the guest, and at the free space of the guest.',
  },
  {
    of: /^provision-(?:windows-restart|powershell|windows)/,
    text: `${console}: Windows may be installing updates, or a script waits for somebody to click.`,
  },
  {
    of: /^provision-(?:ansible|puppet)/,
    text: 'A task may wait for input or for a lock of the package manager; run it with more verbosity to see which.',
  },
  {
    of: /^provision-breakpoint /,
    text: 'The template has a breakpoint provisioner, which waits for Enter on a terminal: take it out or disable it.',
  },
  {
    of: / provision$/,
    text: 'The script may wait for input: answer prompts in advance (`DEBIAN_FRONTEND=noninteractive`, `-y`), and look for a lock of the package manager.',
  },
  {
    of: /^generalize /,
    text: `${console}: sysprep stops there when a package of the image cannot be generalized.`,
  },
  {
    of: / shutdown$/,
    text: `${console}: the shutdown command may ask for a password, or a service of the guest does not stop.`,
  },
  {
    of: /^retrieve-/,
    text: 'The download stands still: look at the network, at a proxy, and at the mirror that the template names.',
  },
  {
    of: / (?:finish|prepare)$/,
    text: 'Work on disks and images says nothing while it goes on: look at the free space and the load of the host, or at the tasks of the platform.',
  },
  {
    of: / post-process$/,
    text: 'Packing and uploading can be silent for long: look at the load, the free space and the network of this machine.',
  },
  {
    of: / cleanup$/,
    text: 'Packer is removing what it made: look at the tasks of the platform, and do not end it before it is done.',
  },
];

/** What to look at when a step of a build has said nothing for too long. */
export function stallAdvice(step: string | undefined, kind: string | undefined): string {
  const name = `${step ?? ''} ${kind ?? ''}`;
  const advice = advices.find(({ of }) => of.test(name))?.text;
  return advice ?? 'Look at the log of the target, the console of its machine, and the load of this machine.';
}
