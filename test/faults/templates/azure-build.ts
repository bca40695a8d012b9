import type { LocalSsh } from '../doubles/local-ssh.ts';

/** What the template takes its secret from. */
export const azureEnvironment = { PKR_VAR_client_secret: 'the-secret-of-the-application' };

/** Makes the managed image "golden"; the machine that Azure starts for it is this one. */
export function azureBuild(ssh?: Pick<LocalSsh, 'port' | 'key'>): string {
  const login = ssh ? `\n  ssh_private_key_file = "${ssh.key}"\n  ssh_port = ${ssh.port}` : '';
  return `
variable "client_secret" {
  type      = string
  sensitive = true
}

source "azure-arm" "golden" {
  client_id       = "11111111-1111-1111-1111-111111111111"
  client_secret   = var.client_secret
  tenant_id       = "22222222-2222-2222-2222-222222222222"
  subscription_id = "33333333-3333-3333-3333-333333333333"
  location        = "westeurope"
  vm_size         = "Standard_D2s_v5"
  os_type         = "Linux"
  image_publisher = "Debian"
  image_offer     = "debian-12"
  image_sku       = "12"

  managed_image_name                = "golden"
  managed_image_resource_group_name = "images"

  communicator = "ssh"
  ssh_username = "root"
  ssh_timeout  = "20s"${login}
}

build {
  sources = ["source.azure-arm.golden"]
}
`;
}
