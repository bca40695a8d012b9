import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of one sample template. */
export const filesPerTemplate = 4;

/** Writes templates of four files each, as a repository has them: variables, locals, sources, builds with provisioners. */
export function writeTemplates(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `image-${String(index).padStart(4, '0')}`;
    const path = join(folder, 'images', name);
    mkdirSync(path, { recursive: true });
    for (const [file, text] of Object.entries(templateFiles(name))) writeFileSync(join(path, file), text);
    return path;
  });
}

/** The file that `watch` is measured with, in one of two forms. */
export function buildFile(name: string, isEdited = false): string {
  const command = isEdited ? 'apt-get install curl' : 'sudo apt-get install -y curl';
  return `build {
  name    = "${name}"
  sources = ["source.qemu.base", "source.qemu.large"]

  provisioner "shell" {
    environment_vars = ["DEBIAN_FRONTEND=noninteractive", "NAME=\${local.full_name}"]
    inline = [
      "set -eu",
      "sudo apt-get update",
      "${command}",
    ]
  }
  provisioner "shell" {
    only   = ["qemu.large"]
    inline = ["sudo cloud-init clean", "sync"]
  }
  post-processor "manifest" {
    output     = "\${path.root}/manifest.json"
    strip_path = true
  }
}
`;
}

function templateFiles(name: string): Readonly<Record<string, string>> {
  return {
    'variables.pkr.hcl': variables,
    'locals.pkr.hcl': `locals {\n  full_name = "${name}-\${var.version}"\n  disks     = [for size in [8, 16] : "\${size}G"]\n}\n`,
    'sources.pkr.hcl': source('base', 0) + source('large', 1),
    'build.pkr.hcl': buildFile(name),
  };
}

const variables = `variable "version" {
  type        = string
  description = "Version of the image."
  default     = "1.0.0"
}
variable "memory" {
  type        = number
  description = "Memory of the build machine in MiB."
  default     = 2048
}
variable "ssh_password" {
  type        = string
  description = "Password of the build user."
  default     = ""
  sensitive   = true
}
`;

function source(name: string, disk: number): string {
  return `source "qemu" "${name}" {
  iso_url          = "https://example.test/debian.iso"
  iso_checksum     = "sha256:${'0123456789abcdef'.repeat(4)}"
  output_directory = "\${path.root}/output-${name}"
  vm_name          = "\${local.full_name}-${name}"
  disk_size        = local.disks[${disk}]
  memory           = var.memory
  headless         = true
  accelerator      = "kvm"
  format           = "qcow2"
  http_directory   = "\${path.root}"
  ssh_username     = "debian"
  ssh_password     = var.ssh_password
  ssh_timeout      = "30m"
  shutdown_command = "sudo poweroff"
  boot_wait        = "5s"
  boot_command     = ["<esc><wait>", "auto url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/preseed.cfg", "<enter>"]
}
`;
}
