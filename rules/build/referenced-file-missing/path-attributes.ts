import type { Holder } from 'packer-hybrid/rules';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

const ofSource: ReadonlySet<string> = new Set([
  'http_directory',
  'cd_files',
  'floppy_files',
  'floppy_dirs',
  'ssh_private_key_file',
  'user_data_file',
  'custom_data_file',
]);
const ofProvisioner: Readonly<Record<string, readonly string[]>> = {
  shell: ['script', 'scripts'],
  'shell-local': ['script', 'scripts'],
  powershell: ['script', 'scripts'],
  'windows-shell': ['script', 'scripts'],
  ansible: ['playbook_file', 'inventory_file', 'galaxy_file'],
  'ansible-local': ['playbook_file', 'playbook_files', 'playbook_dir', 'inventory_file', 'galaxy_file'],
  'puppet-masterless': ['manifest_file', 'manifest_dir', 'hiera_config_path', 'module_paths'],
  file: ['source', 'sources'],
};

/** Whether an attribute names a file on the host that has to be there when the build starts. */
export function namesLocalFile(name: string, { kind, type, body, blocks }: Holder): boolean {
  if (kind === 'source' || kind === 'build-source') return ofSource.has(name) && blocks.length <= 1;
  if (blocks.length > 0) return false;
  if (kind === 'post-processor') return name === 'vagrantfile_template' || isScript(name, type);
  if (kind !== 'provisioner' || !(ofProvisioner[type] ?? []).includes(name)) return false;
  if (type !== 'file') return true;
  const isUpload = isUnset(body, 'direction') || textOf(body, 'direction') === 'upload';
  return isUpload && flagOf(body, 'generated') === false;
}

function isScript(name: string, type: string): boolean {
  return type === 'shell-local' && (name === 'script' || name === 'scripts');
}
