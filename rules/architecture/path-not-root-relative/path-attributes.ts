import type { Holder } from 'packer-hybrid/rules';
import { isUnset, textOf } from '../_shared/settings.ts';

const ofSource: ReadonlySet<string> = new Set([
  'http_directory',
  'cd_files',
  'floppy_files',
  'ssh_private_key_file',
  'user_data_file',
  'custom_data_file',
]);
const ofComponent: Readonly<Record<string, readonly string[]>> = {
  shell: ['script', 'scripts'],
  'shell-local': ['script', 'scripts'],
  powershell: ['script', 'scripts'],
  'windows-shell': ['script', 'scripts'],
  ansible: ['playbook_file', 'inventory_file', 'galaxy_file'],
  'ansible-local': ['playbook_file', 'playbook_files', 'inventory_file', 'galaxy_file'],
  'puppet-masterless': ['manifest_file', 'hiera_config_path'],
  file: ['source', 'sources'],
  manifest: ['output'],
};

/** Whether an attribute names something on the host that Packer looks for below its own folder. */
export function namesLocalFile(name: string, { kind, type, body, blocks }: Holder): boolean {
  if (kind === 'source' || kind === 'build-source') return ofSource.has(name) && blocks.length <= 1;
  if (blocks.length > 0 || (kind !== 'provisioner' && kind !== 'post-processor')) return false;
  if (!(ofComponent[type] ?? []).includes(name)) return false;
  return type !== 'file' || isUnset(body, 'direction') || textOf(body, 'direction') === 'upload';
}
