import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { loginProblems } from './login.ts';
import { machineProblems } from './machine.ts';
import { placeProblems } from './place.ts';

export default defineRule({
  id: 'build/azure-option-conflict',
  meta: {
    summary: 'Options of an azure-arm source exclude or need each other.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.88,
    remedy: 'Keep one of the options that exclude each other, and add the one that is needed.',
    example: 'source "azure-arm" "x" {\n  build_resource_group_name = "rg-build"\n}',
    recommended: true,
  },
  messages: {
    'location-twice':
      '"location" and "build_resource_group_name" are both set: an existing resource group has its own location.',
    'location-missing':
      'Neither "location" nor "build_resource_group_name" is set: the plugin does not know where to build.',
    'build-group-conflict':
      '"{second}" names a resource group that is there already, "{first}" one to create: the plugin takes only one.',
    'storage-incomplete': '"{name}" needs {missing} as well.',
    'network-incomplete': '"{name}" needs {missing}: the plugin would create a network of its own otherwise.',
    'network-conflict':
      '"{second}" has no effect on an existing network ("{first}"): the plugin refuses both.',
    'data-twice': '"{first}" and "{second}" give the same data: the plugin takes only one.',
    'data-not-encoded': '"{name}" is not in Base64: the plugin passes it on as it is and Azure refuses it.',
    'key-vault-without-winrm':
      '"skip_create_build_key_vault" is for "communicator" = "winrm" alone; the plugin refuses it here.',
    'spot-policy': '"{name}" is "{value}"; Azure knows {allowed}.',
    'spot-price-alone': '"{name}" needs {missing}: what happens to the machine above the price.',
    'encryption-without-confidential': '"security_encryption_type" needs "security_type" = "ConfidentialVM".',
    'license-other-system': 'The licence type "{value}" is not one for {system}: that takes {allowed}.',
    'login-mixed': '"{first}" and "{second}" are two ways to log in: the plugin takes only one.',
    'login-incomplete': '"{name}" needs {missing} as well.',
    'cloud-unknown': 'The plugin knows no cloud "{value}"; it takes {allowed}.',
    'disk-lists': '"disk_additional_luns" has {luns} entries for {disks} additional disks.',
  },
  subs: {
    'location-twice': 'location and existing resource group at once',
    'location-missing': 'neither location nor existing resource group',
    'build-group-conflict': 'temporary and existing resource group at once',
    'storage-incomplete': 'storage account without resource group, or the reverse',
    'network-incomplete': 'subnet or resource group of a network that is not named',
    'network-conflict': 'options for a new network with an existing one',
    'data-twice': 'user or custom data as text and as file',
    'data-not-encoded': 'custom data that is not Base64',
    'key-vault-without-winrm': 'key vault skipped without WinRM',
    'spot-policy': 'unknown eviction policy of a spot machine',
    'spot-price-alone': 'price of a spot machine without eviction policy',
    'encryption-without-confidential': 'encryption of a confidential machine for another one',
    'license-other-system': 'licence of another operating system',
    'login-mixed': 'several ways to log in',
    'login-incomplete': 'way to log in without its identifiers',
    'cloud-unknown': 'unknown cloud environment',
    'disk-lists': 'lists about additional disks of different lengths',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'azure-arm') return;
      reportProblems(report, [...placeProblems(body), ...machineProblems(body), ...loginProblems(body)]);
    },
  }),
});
