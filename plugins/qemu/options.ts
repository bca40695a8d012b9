import * as z from 'zod';

const DebianBase = z.strictObject({
  kind: z.literal('debian'),
  /** `bookworm`; the machine's own suite unless told. */
  suite: z.string().min(1).optional(),
  /** Installed beside what a machine needs to boot and be reached. */
  extraPackages: z.array(z.string().min(1)).optional(),
  /** Size of the disk; space that is not used costs nothing. */
  sizeGiB: z.int().min(1).max(1_024).optional(),
});

const CloudImageBase = z.strictObject({
  kind: z.literal('cloud-image'),
  /** A qcow2 disk with boot loader and cloud-init, such as Debian's genericcloud image. */
  url: z.url({ protocol: /^https?$/ }),
  checksum: z
    .string()
    .regex(
      /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/i,
      'must be sha256:<64 digits> or sha512:<128 digits>',
    ),
});

const Boot = z.strictObject({
  /** `false` leaves finished images unbooted. */
  enabled: z.boolean().default(true),
  user: z.string().min(1).optional(),
  /** Path of a private key, relative to the workspace root. */
  privateKey: z.string().min(1).optional(),
  /** Masked everywhere; reaches the SSH client through the environment. */
  password: z.string().min(1).optional(),
  /** Paths of a kernel and its initial RAM disk, for disks without a boot loader. */
  kernel: z.string().min(1).optional(),
  initrd: z.string().min(1).optional(),
  kernelArguments: z.string().min(1).optional(),
  /** As the template says unless told, else 1,024. */
  memoryMiB: z.int().min(64).optional(),
  /** How long a guest may take until somebody can log in. */
  timeoutMs: z.int().min(1_000).default(180_000),
});

/** What a user may say in `qemu({ … })`. */
export const QemuOptions = z.strictObject({
  /** Where the value of a template's `base_image` comes from; without it the template has to say. */
  base: z.discriminatedUnion('kind', [DebianBase, CloudImageBase]).optional(),
  boot: Boot.prefault({}),
  /** `auto` uses KVM only after a guest has really booted with it. */
  accelerator: z.enum(['auto', 'kvm', 'tcg']).default('auto'),
});
export type QemuOptions = z.infer<typeof QemuOptions>;
export type BootSettings = z.infer<typeof Boot>;
