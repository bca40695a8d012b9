import type { CheckInput, KnownText } from 'packer-hybrid';

const id = 'vsphere/endpoint';

/** Whether the vCenter is named, and as the plain host name that Packer's plugin needs; silent while it is not known. */
export function checkEndpoint(server: KnownText): readonly CheckInput[] {
  if (server.state === 'unknown') return [];
  if (server.state === 'missing') {
    const reason = server.variable ? `: the variable "${server.variable}" has no value` : '';
    return [
      {
        id,
        ok: false,
        message: `The vCenter is not set${reason}.`,
        remedy:
          'Set `vcenter_server` in the source to a host name, or to a variable such as `var.vsphere_endpoint` and GOVC_URL in the environment.',
      },
    ];
  }
  const place = readPlace(server.text);
  if (place)
    return [
      { id, ok: true, message: server.secret ? 'A vCenter is set.' : `The vCenter is ${server.text}.` },
    ];
  return [
    {
      id,
      ok: false,
      message: '`vcenter_server` is not a host name.',
      remedy:
        'Write the host name alone, with a port if need be: vcenter.example.com, without https:// and path.',
    },
  ];
}

/** Host and port of a `vcenter_server`, or undefined for anything but a host name with an optional port. */
export function readPlace(server: string): { readonly host: string; readonly port: number } | undefined {
  if (/[/@\s]/.test(server) || !URL.canParse(`https://${server}`)) return undefined;
  const { hostname, port } = new URL(`https://${server}`);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 443 };
}
