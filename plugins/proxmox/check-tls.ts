import type { CheckInput } from 'packer-hybrid';
import { parseUrl } from './check-endpoint.ts';
import type { ProxmoxSource } from './source.ts';

/** Names a connection that anybody in between could read; it warns and does not stop the run by default. */
export function checkTls({ url, skipsTlsCheck }: ProxmoxSource): readonly CheckInput[] {
  const isPlain = url.state === 'text' && parseUrl(url.text)?.protocol === 'http:';
  if (!isPlain && !skipsTlsCheck) return [];
  return [
    {
      id: 'proxmox/tls',
      ok: false,
      severity: 'medium',
      message: isPlain
        ? 'Proxmox is reached without TLS: credentials travel in plain text.'
        : 'The certificate of Proxmox is not checked (`insecure_skip_tls_verify`).',
      remedy: 'Give Proxmox a certificate that this machine trusts, and leave the check on.',
    },
  ];
}
