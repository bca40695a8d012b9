import type { Body } from 'packer-hybrid/rules';
import { lacks } from '../_shared/combine.ts';
import { isCidr } from '../_shared/ip.ts';
import { type Problem, valuePlace } from '../_shared/problem.ts';
import { textOf } from '../_shared/settings.ts';

/** Settings of the source that belong to its network. */
export function sourceProblems(body: Body) {
  return [...lacks(body, 'mac-without-network', ['mac_address', 'network']), ...waitProblems(body)];
}

function waitProblems(body: Body): readonly Problem<'wait-address'>[] {
  const value = textOf(body, 'ip_wait_address');
  if (value === undefined || isCidr(value)) return [];
  return [{ id: 'wait-address', at: valuePlace(body, 'ip_wait_address'), data: { value } }];
}
