import type { Body } from 'packer-hybrid/rules';
import { lacks, together } from '../_shared/combine.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { isSet, isUnset } from '../_shared/settings.ts';

/** Where the machine is built: location, resource groups, storage and network. */
export function placeProblems(body: Body) {
  return [
    ...locationProblems(body),
    ...together(body, 'build-group-conflict', ['temp_resource_group_name', 'build_resource_group_name']),
    ...lacks(body, 'storage-incomplete', ['storage_account', 'resource_group_name']),
    ...lacks(body, 'storage-incomplete', ['resource_group_name', 'storage_account']),
    ...lacks(body, 'network-incomplete', ['virtual_network_resource_group_name', 'virtual_network_name']),
    ...lacks(body, 'network-incomplete', ['virtual_network_subnet_name', 'virtual_network_name']),
    ...together(body, 'network-conflict', ['virtual_network_name', 'allowed_inbound_ip_addresses']),
    ...together(body, 'network-conflict', ['virtual_network_name', 'public_ip_sku']),
  ];
}

function locationProblems(body: Body): readonly Problem<'location-twice' | 'location-missing'>[] {
  const names = ['location', 'build_resource_group_name'];
  if (names.every((name) => isSet(body, name))) {
    return [{ id: 'location-twice', at: placeOf(body, 'build_resource_group_name') }];
  }
  if (!names.every((name) => isUnset(body, name))) return [];
  return [{ id: 'location-missing', at: headOf(body) }];
}
