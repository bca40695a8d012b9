import { isIP } from 'node:net';
import { attributeOf, type Body, startOf } from 'packer-hybrid/rules';
import { replaceText } from '../_shared/insert-attribute.ts';
import { isCidr } from '../_shared/ip.ts';
import { isCounted, nestedBlocks } from '../_shared/nested.ts';
import { type Problem, valuePlace } from '../_shared/problem.ts';
import { textOf } from '../_shared/settings.ts';

/** Addresses that cloud-init gives to the clone. */
export function networkProblems(body: Body) {
  return [
    ...nameserverProblems(body),
    ...nestedBlocks(body, 'ipconfig').flatMap((block) => [
      ...addressProblems(block.body, 'ip', ['dhcp']),
      ...addressProblems(block.body, 'ip6', ['dhcp', 'auto']),
      ...gatewayProblems(block.body, 'gateway'),
      ...gatewayProblems(block.body, 'gateway6'),
    ]),
    ...countProblems(body),
  ];
}

function nameserverProblems(body: Body): readonly Problem<'nameserver'>[] {
  const attribute = attributeOf(body, 'nameserver');
  const value = textOf(body, 'nameserver');
  if (!attribute || value === undefined || value.split(' ').every((server) => isIP(server) !== 0)) return [];
  const servers = value.split(/[\s,;]+/).filter((server) => server !== '');
  const fix = servers.every((server) => isIP(server) !== 0) ? replaceText(attribute, servers.join(' ')) : [];
  return [{ id: 'nameserver', at: attribute.valueRange, data: { value }, ...(fix.length > 0 && { fix }) }];
}

function addressProblems(
  config: Body,
  name: string,
  words: readonly string[],
): readonly Problem<'address'>[] {
  const value = textOf(config, name);
  if (value === undefined || words.includes(value) || isCidr(value)) return [];
  const allowed = ['an address with the length of its network, such as 10.0.0.5/24', ...words].join(', ');
  return [{ id: 'address', at: valuePlace(config, name), data: { value, allowed } }];
}

function gatewayProblems(config: Body, name: string): readonly Problem<'gateway'>[] {
  const value = textOf(config, name);
  if (value === undefined || isIP(value) !== 0) return [];
  return [{ id: 'gateway', at: valuePlace(config, name), data: { value } }];
}

function countProblems(body: Body): readonly Problem<'adapter-missing'>[] {
  const configs = nestedBlocks(body, 'ipconfig');
  const adapters = nestedBlocks(body, 'network_adapters').length;
  const isKnown = isCounted(body, 'ipconfig') && isCounted(body, 'network_adapters');
  const surplus = configs[adapters];
  if (!isKnown || !surplus) return [];
  const data = { configs: configs.length, adapters };
  return [{ id: 'adapter-missing', at: startOf(surplus), data }];
}
