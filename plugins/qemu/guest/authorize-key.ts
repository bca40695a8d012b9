/** Marks the key that is only there because the image is being tested. */
export const BOOT_KEY_COMMENT = 'packer-hybrid-boot-check';

/**
 * QEMU arguments that make systemd (252 or newer) add a public key to the guest's user account while it boots. What the
 * image itself authorizes stays as it is, so that it can still be judged.
 */
export function authorizeKeyArgs(user: string, publicKey: string): string[] {
  const home = user === 'root' ? '/root' : `/home/${user}`;
  const file = `${home}/.ssh/authorized_keys`;
  const lines = [
    `d ${home}/.ssh 0700 ${user} ${user} -`,
    `f ${file} 0600 ${user} ${user} -`,
    // A line break first: the file may end without one.
    `w+~ ${file} - - - - ${base64(`\n${publicKey.trim()}\n`)}`,
  ];
  const credential = `io.systemd.credential.binary:tmpfiles.extra=${base64(`${lines.join('\n')}\n`)}`;
  return ['-smbios', `type=11,value=${credential}`];
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
