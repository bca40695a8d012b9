/** A Puppet provisioner that applies `site.pp` in the guest. */
export const puppetProvisioner = `
  provisioner "puppet-masterless" {
    manifest_file = "site.pp"
    prevent_sudo  = true
  }`;
