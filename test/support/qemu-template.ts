import type { BusyboxGuest } from './guest/busybox-guest.ts';

export interface QemuTemplateOptions {
  readonly guest: BusyboxGuest;
  /** Text inside the build block, such as provisioner blocks. */
  readonly provisioners?: string;
  /** Names of the sources; each becomes a target. */
  readonly sources?: readonly string[];
  /** The build block's name. */
  readonly build?: string;
  /** How long Packer waits for SSH. */
  readonly sshTimeout?: string;
  /** Boots without a network, so that nobody ever answers. */
  readonly deaf?: boolean;
  /** Text in front: variables, locals, required plugins. */
  readonly preamble?: string;
}

/** A template of the QEMU builder that every supported Packer takes: it boots the busybox guest from its kernel. */
export function qemuTemplate(options: QemuTemplateOptions): string {
  const { build, preamble = '', provisioners = '', sources = ['guest'] } = options;
  const references = sources.map((name) => `"source.qemu.${name}"`).join(', ');
  return `${preamble}
${sources.map((name) => sourceBlock(name, options)).join('\n')}

build {
${build === undefined ? '' : `  name    = "${build}"\n`}  sources = [${references}]
${provisioners}
}
`;
}

/** A shell provisioner with these lines. */
export function shellProvisioner(...lines: readonly string[]): string {
  return `
  provisioner "shell" {
    inline = [${lines.map((line) => JSON.stringify(line)).join(', ')}]
  }`;
}

function sourceBlock(name: string, { guest, sshTimeout = '2m', deaf = false }: QemuTemplateOptions): string {
  return `source "qemu" "${name}" {
  disk_image       = true
  iso_url          = "${guest.disk}"
  iso_checksum     = "${guest.diskChecksum}"
  format           = "qcow2"
  skip_compaction  = true
  skip_resize_disk = true
  output_directory = "output/${name}"
  vm_name          = "${name}.qcow2"
  accelerator      = "tcg"
  headless         = true
  memory           = 256
  boot_wait        = "1s"
  qemuargs = [
    ["-cpu", "max"],
    ["-kernel", "${guest.kernel}"],
    ["-initrd", "${guest.initrd}"],
    ["-append", "console=ttyS0 quiet panic=-1${deaf ? ' guest.network=off' : ''}"],
  ]
  ssh_username         = "root"
  ssh_private_key_file = "${guest.privateKey}"
  ssh_timeout          = "${sshTimeout}"
  shutdown_command     = "poweroff"
  shutdown_timeout     = "1m"
}`;
}
