/** An Ansible provisioner that runs `site.yml`; OpenSSH of today needs telling that Packer's own key is of an older kind. No host key is kept. */
export function ansibleProvisioner(...extra: readonly string[]): string {
  const options =
    '-o HostKeyAlgorithms=+ssh-rsa -o PubkeyAcceptedKeyTypes=+ssh-rsa -o UserKnownHostsFile=/dev/null';
  const args = [`--ssh-common-args=${options}`, '--scp-extra-args=-O', ...extra];
  return `
  provisioner "ansible" {
    playbook_file   = "site.yml"
    user            = "root"
    extra_arguments = ${JSON.stringify(args)}
  }`;
}

/** A playbook for a guest without Python: its only task runs this line. */
export function playbook(line: string): string {
  return `- hosts: all
  gather_facts: false
  tasks:
    - name: The only task
      raw: ${JSON.stringify(line)}
`;
}
