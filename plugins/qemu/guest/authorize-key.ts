/** QEMU arguments that make systemd write a public key into the guest's user account while it boots. */
export function authorizeKeyArgs(user: string, publicKey: string): string[] {
  const home = user === 'root' ? '/root' : `/home/${user}`;
  const lines = [
    `d ${home}/.ssh 0700 ${user} ${user} -`,
    `f+~ ${home}/.ssh/authorized_keys 0600 ${user} ${user} - ${base64(publicKey)}`,
  ];
  const credential = `io.systemd.credential.binary:tmpfiles.extra=${base64(`${lines.join('\n')}\n`)}`;
  return ['-smbios', `type=11,value=${credential}`];
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
