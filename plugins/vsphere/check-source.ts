import type { CheckInput, KnownText } from 'packer-hybrid';
import type { VsphereSource } from './source.ts';

/** Whether both user name and password are set; never shows them. */
export function checkCredentials({ username, password }: VsphereSource): readonly CheckInput[] {
  if (username.state === 'unknown' || password.state === 'unknown') return [];
  const id = 'vsphere/credentials';
  const missing = username.state === 'missing' ? username : password;
  if (missing.state !== 'missing')
    return [{ id, ok: true, message: 'User name and password of vCenter are set.' }];
  const reason = missing.variable ? `: the variable "${missing.variable}" has no value` : '';
  return [
    {
      id,
      ok: false,
      message: `No ${missing === username ? 'user name' : 'password'} is set for vCenter${reason}.`,
      remedy:
        'Let the source use variables such as `var.vsphere_username` and `var.vsphere_password`, and set GOVC_USERNAME and GOVC_PASSWORD.',
    },
  ];
}

/** Whether the source says where in vCenter the machine is built: on a host or in a cluster. */
export function checkPlacement({ host, cluster }: VsphereSource): readonly CheckInput[] {
  const isMissing = (text: KnownText) => text.state === 'missing';
  if (!isMissing(host) || !isMissing(cluster)) return [];
  return [
    {
      id: 'vsphere/placement',
      ok: false,
      message: 'The source names neither a host nor a cluster to build on.',
      remedy: 'Set `cluster`, or `host` for a single ESXi host.',
    },
  ];
}

/** Names a connection whose other end is not checked; it warns and does not stop the run by default. */
export function checkTls({ skipsTlsCheck }: VsphereSource): readonly CheckInput[] {
  if (!skipsTlsCheck) return [];
  return [
    {
      id: 'vsphere/tls',
      ok: false,
      severity: 'medium',
      message: 'The certificate of vCenter is not checked (`insecure_connection`).',
      remedy: 'Let this machine trust the certificate authority of vCenter, and leave the check on.',
    },
  ];
}
