packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1"
    }
    ansible = {
      source  = "github.com/hashicorp/ansible"
      version = "~> 1"
    }
  }
}

variable "base_image" {
  type        = string
  description = "The Debian disk to start from, as qcow2: its whole surface is one ext4 file system."
}

variable "base_checksum" {
  type        = string
  description = "Checksum of the base image, such as sha256:<hex>."
}

variable "kernel" {
  type        = string
  description = "Kernel that boots the disk; its modules lie in the base image."
}

variable "initrd" {
  type        = string
  description = "Initial RAM disk that belongs to the kernel."
}

variable "ssh_private_key" {
  type        = string
  description = "Path of the private key that may log in to the base image as root."
}

variable "accelerator" {
  type        = string
  description = "kvm where guests really boot with it, else tcg."
  default     = "tcg"
}

variable "output_directory" {
  type        = string
  description = "Folder for the finished image; it must not exist yet."
  default     = "output/debian-golden"
}

variable "image_name" {
  type        = string
  description = "File name of the finished image."
  default     = "debian-golden.qcow2"
}

source "qemu" "debian" {
  disk_image       = true
  iso_url          = var.base_image
  iso_checksum     = var.base_checksum
  format           = "qcow2"
  skip_compaction  = true
  skip_resize_disk = true
  output_directory = var.output_directory
  vm_name          = var.image_name

  accelerator = var.accelerator
  headless    = true
  cpus        = 2
  memory      = 1024
  boot_wait   = "1s"
  qemuargs = [
    ["-cpu", "max"],
    ["-kernel", var.kernel],
    ["-initrd", var.initrd],
    ["-append", "root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet"],
  ]

  communicator         = "ssh"
  ssh_username         = "root"
  ssh_private_key_file = var.ssh_private_key
  ssh_timeout          = "5m"
  shutdown_command     = "systemctl start --no-block poweroff.target"
  shutdown_timeout     = "2m"
}

build {
  name    = "golden"
  sources = ["source.qemu.debian"]

  provisioner "shell" {
    script = "${path.root}/scripts/check-base.sh"
  }

  provisioner "ansible" {
    playbook_file = "${path.root}/ansible/site.yml"
    user          = "root"
    use_proxy     = false
    ansible_env_vars = [
      "ANSIBLE_CONFIG=${path.root}/ansible/ansible.cfg",
    ]
    extra_arguments = ["--extra-vars", "image_name=${var.image_name}"]
  }

  # Last, because it takes away the key that the steps before logged in with.
  provisioner "shell" {
    script = "${path.root}/scripts/seal.sh"
  }
}
