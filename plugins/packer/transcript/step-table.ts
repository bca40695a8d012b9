/** Phases of a build as reporters group them. */
export type StepKind =
  | 'prepare'
  | 'boot'
  | 'connect'
  | 'provision'
  | 'shutdown'
  | 'finish'
  | 'post-process'
  | 'cleanup'
  | 'step';

/** A line that opens a step; `$1` in `step` stands for the first group of the match, made fit for a name. */
export interface StepRule {
  readonly match: RegExp;
  readonly step: string;
  readonly kind: StepKind;
  /** The line only comes after something failed: the step before it did not end well. */
  readonly afterFailure?: boolean;
}

/** First match wins. Wording that changed between versions is covered by one pattern per line. */
export const stepRules: readonly StepRule[] = [
  { match: /^Running post-processor: .*\(type (\S+)\)/, step: 'post-process-$1', kind: 'post-process' },
  { match: /^Running post-processor: (\S+)/, step: 'post-process-$1', kind: 'post-process' },
  {
    match: /^Provisioning step had errors: Running the cleanup provisioner/,
    step: 'cleanup',
    kind: 'cleanup',
    afterFailure: true,
  },
  { match: /^Deleting output directory/, step: 'delete-output', kind: 'cleanup', afterFailure: true },
  { match: /^Cleaning up|^Cleanup requested/, step: 'cleanup', kind: 'cleanup' },
  { match: /^(?:Terminating|Destroying|Deregistering and deleting) /, step: 'cleanup', kind: 'cleanup' },

  {
    match: /^Provisioning with (?:an? )?(\S+?)(?: script)?(?:[.:]| script|$)/i,
    step: 'provision-$1',
    kind: 'provision',
  },
  { match: /^Running local shell script/, step: 'provision-shell-local', kind: 'provision' },
  { match: /^(?:Uploading|Downloading) .+ => .+/, step: 'provision-file', kind: 'provision' },
  { match: /^Breakpoint provisioner/, step: 'provision-breakpoint', kind: 'provision' },
  { match: /^Restarting [Mm]achine/, step: 'provision-windows-restart', kind: 'provision' },
  { match: /^Pausing \S+ before the next provisioner/, step: 'pause', kind: 'provision' },

  { match: /^Retrieving (.+?)\.*$/, step: 'retrieve-$1', kind: 'prepare' },
  { match: /^Copying hard drive|^Copying \S+ disk/, step: 'copy-disk', kind: 'prepare' },
  { match: /^Creating (?:required )?(?:virtual )?(?:hard drive|disk)/, step: 'create-disk', kind: 'prepare' },
  { match: /^Resizing hard drive/, step: 'resize-disk', kind: 'prepare' },
  { match: /^Creating (?:a )?(?:floppy|CD) disk/, step: 'create-media', kind: 'prepare' },
  { match: /^Starting HTTP server/, step: 'serve-http', kind: 'prepare' },
  { match: /^Cloning (?:virtual machine|VM)/, step: 'clone-vm', kind: 'prepare' },
  { match: /^Creating (?:virtual machine|VM)\b/, step: 'create-vm', kind: 'prepare' },
  { match: /^Customizing hardware/, step: 'customize-hardware', kind: 'prepare' },
  { match: /^Mounting ISO images/, step: 'mount-iso', kind: 'prepare' },
  { match: /^Adding configuration parameters/, step: 'add-parameters', kind: 'prepare' },
  { match: /^Creating resource group/, step: 'create-resource-group', kind: 'prepare' },
  { match: /^(Validating|Deploying) deployment template/, step: '$1-template', kind: 'prepare' },
  { match: /^Creating temporary (keypair|security group)/, step: 'create-$1', kind: 'prepare' },
  { match: /^Launching a source AWS instance/, step: 'launch-instance', kind: 'boot' },

  {
    match: /^Starting (?:the )?(?:VM|virtual machine|container)|^Powering on virtual machine|^Power on VM/i,
    step: 'start-vm',
    kind: 'boot',
  },
  { match: /^Waiting (?:\S+ )?for boot/, step: 'wait-for-boot', kind: 'boot' },
  { match: /^Typing (?:the )?boot commands?/, step: 'type-boot-command', kind: 'boot' },
  { match: /^Waiting for (?:the )?instance .* ready/, step: 'wait-for-instance', kind: 'boot' },
  { match: /^Waiting for IP|^Getting the VM's IP address/, step: 'wait-for-ip', kind: 'connect' },
  { match: /^Waiting for (SSH|WinRM) to become available/, step: 'wait-for-$1', kind: 'connect' },

  {
    match: /^Gracefully (?:halting|shutting down)|^(?:Forcibly )?[Hh]alting (?:the )?virtual machine/,
    step: 'shut-down',
    kind: 'shutdown',
  },
  { match: /^Executing shutdown command|^Shutting down VM/, step: 'shut-down', kind: 'shutdown' },
  {
    match: /^Stopping (?:the source instance|VM|virtual machine)|^Power(?:ing)? off/,
    step: 'shut-down',
    kind: 'shutdown',
  },
  { match: /^Ejecting CD-ROM|^Deleting (?:floppy|CD)/i, step: 'remove-media', kind: 'finish' },
  { match: /^Convert(?:ing)? (?:hard drive|disk)/, step: 'convert-disk', kind: 'finish' },
  { match: /^Compacting/, step: 'compact-disk', kind: 'finish' },
  { match: /^Exporting/, step: 'export', kind: 'finish' },
  {
    match: /^Converting (?:virtual machine|VM) to (?:a )?template|^Convert VM into template/,
    step: 'convert-to-template',
    kind: 'finish',
  },
  { match: /^Creating snapshot/, step: 'create-snapshot', kind: 'finish' },
  { match: /^(?:Generalizing|Sysprepping)/, step: 'generalize', kind: 'finish' },
  { match: /^Capturing image/, step: 'capture-image', kind: 'finish' },
  { match: /^Creating (?:AMI|image)\b/, step: 'create-image', kind: 'finish' },
  { match: /^Waiting for AMI to become ready/, step: 'wait-for-image', kind: 'finish' },
];

/** Lines that end the step that is running without opening another one. */
export const stepEnds: readonly RegExp[] = [/^Connected to (?:SSH|WinRM)!/];

/** Lines that end the running step badly. */
export const stepFailures: readonly RegExp[] = [
  /^Timeout waiting for /,
  /^Provisioner failed with .+, retrying with \d+ (?:tries|trie\(s\)|try) left/,
];

/** Lines that look like steps but only tell details of the one that runs. */
export const stepDetails: readonly RegExp[] = [
  /^Overriding default Qemu arguments/,
  /^Looking for available port/,
  /^Connecting to VM via VNC/,
  /^Using /,
  /^Closing sessions/,
];
