import { attributeOf, type Body, type SourceRange } from 'packer-hybrid/rules';

/** An entry with the place where it stands. */
export interface WrongTunnel {
  readonly at: SourceRange;
  readonly entry: string;
}

/** Tunnels that are not PORT:HOST:PORT; what a variable gives may be anything. */
export function wrongTunnels(body: Body): readonly WrongTunnel[] {
  return ['ssh_local_tunnels', 'ssh_remote_tunnels'].flatMap((name) => {
    const expression = attributeOf(body, name)?.expression;
    if (expression?.kind !== 'list') return [];
    return expression.items.flatMap((item) => {
      if (item.kind !== 'literal' || typeof item.value !== 'string' || isTunnel(item.value)) return [];
      return [{ at: item.range, entry: JSON.stringify(item.value) }];
    });
  });
}

/** The local side may name an address as well, and IPv6 addresses stand in brackets. */
function isTunnel(text: string): boolean {
  return /^(([^:\s]+|\[[^\]\s]+\]):)?\d+:([^:\s]+|\[[^\]\s]+\]):\d+$/.test(text) || text.includes('{{');
}

/** The place of a password that Azure refuses, judged also where it may not be shown; none for what is unknown. */
export function weakPasswords(body: Body): readonly SourceRange[] {
  const attribute = attributeOf(body, 'winrm_password');
  if (!attribute || attribute.value.state === 'unknown') return [];
  const { value } = attribute.value;
  if (typeof value !== 'string' || value === '' || value.includes('{{')) return [];
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((one) => one.test(value)).length;
  return value.length >= 8 && value.length <= 123 && classes >= 3 ? [] : [attribute.valueRange];
}
