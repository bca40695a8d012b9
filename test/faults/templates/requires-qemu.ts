/** A requirement of the QEMU plugin; the version is a constraint. */
export const requiresQemu = (version = '1.0.9') => `
packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "${version}"
    }
  }
}
`;
