import type { Body } from 'packer-hybrid/rules';
import { lacks } from '../_shared/combine.ts';
import { inSameNetwork } from '../_shared/ip.ts';
import { hasNone, isCounted, nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, valuePlace } from '../_shared/problem.ts';
import { numberOf, textOf } from '../_shared/settings.ts';

/** Interfaces of the clone, and the gateway that one of them must reach. */
export function networkProblems(customize: Body, source: Body) {
  const isMissing = hasNone(customize, 'network_interface');
  return [
    ...(isMissing ? [{ id: 'interface-missing' as const, at: headOf(customize) }] : []),
    ...nestedBlocks(customize, 'network_interface').flatMap((block) => [
      ...lacks(block.body, 'netmask-missing', ['ipv4_address', 'ipv4_netmask']),
      ...lacks(block.body, 'netmask-missing', ['ipv6_address', 'ipv6_netmask']),
    ]),
    ...gatewayProblems(customize),
    ...countProblems(customize, source),
  ];
}

function gatewayProblems(customize: Body): readonly Problem<'gateway-outside'>[] {
  const gateway = textOf(customize, 'ipv4_gateway');
  const interfaces = nestedBlocks(customize, 'network_interface');
  if (gateway === undefined || interfaces.length === 0 || !isCounted(customize, 'network_interface'))
    return [];
  const reached = interfaces.map(({ body }) => {
    const address = textOf(body, 'ipv4_address');
    const length = numberOf(body, 'ipv4_netmask');
    return address === undefined || length === undefined
      ? undefined
      : inSameNetwork(address, gateway, length);
  });
  if (!reached.every((isReached) => isReached === false)) return [];
  return [{ id: 'gateway-outside', at: valuePlace(customize, 'ipv4_gateway'), data: { gateway } }];
}

/** Adapters of the template are not known: only those that the source lists itself can be counted. */
function countProblems(customize: Body, source: Body): readonly Problem<'interface-count'>[] {
  const interfaces = nestedBlocks(customize, 'network_interface').length;
  const adapters = nestedBlocks(source, 'network_adapters').length;
  const isKnown = isCounted(customize, 'network_interface') && isCounted(source, 'network_adapters');
  if (!isKnown || interfaces === 0 || adapters === 0 || interfaces === adapters) return [];
  return [{ id: 'interface-count', at: headOf(customize), data: { interfaces, adapters } }];
}
