import { isSecretName } from './secret-name.ts';

const bearing = new Set([
  'password',
  'token',
  'client_secret',
  'client_jwt',
  'ssh_password',
  'ssh_bastion_password',
  'ssh_proxy_password',
  'winrm_password',
  'elevated_password',
  'vnc_password',
  'iso_password',
  'secret_key',
  'access_key',
]);

/** Whether an attribute of a component takes a secret as its value. */
export function isSecretAttribute(name: string): boolean {
  return bearing.has(name) || isSecretName(name);
}
