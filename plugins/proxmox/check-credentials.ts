import type { CheckInput, KnownText } from 'packer-hybrid';
import type { ProxmoxSource } from './source.ts';

const id = 'proxmox/credentials';

/** Whether user name and token, or user name and password, go together; never shows any of them. */
export function checkCredentials({ username, token, password }: ProxmoxSource): readonly CheckInput[] {
  if (username.state === 'unknown' || token.state === 'unknown') return [];
  if (username.state === 'missing') {
    return [failed(`No user name is set for Proxmox${because(username)}.`, userRemedy)];
  }
  if (token.state === 'text') return [tokenCheck(username.text)];
  if (password.state === 'unknown') return [];
  if (username.text.includes('!')) {
    return [
      failed(`The Proxmox user name names an API token, but no token is set${because(token)}.`, tokenRemedy),
    ];
  }
  if (password.state === 'missing') {
    const reason = because(token) || because(password);
    return [failed(`Neither a token nor a password is set for Proxmox${reason}.`, tokenRemedy)];
  }
  return [passwordCheck(username.text)];
}

const userRemedy =
  'Set `username` in the source, or PROXMOX_USERNAME in the environment, to `user@realm!token-id` (or `user@realm` with a password).';
const tokenRemedy =
  'Set PROXMOX_TOKEN in the environment, or PROXMOX_PASSWORD for a user name without a token id.';

function tokenCheck(username: string): CheckInput {
  return /^[^@]+@[^@!]+![^!]+$/.test(username)
    ? { id, ok: true, message: 'A Proxmox API token is set.' }
    : failed('A Proxmox token is set, but the user name does not name one.', userRemedy);
}

function passwordCheck(username: string): CheckInput {
  return /^.+@[^@]+$/.test(username)
    ? { id, ok: true, message: 'A Proxmox user name and password are set.' }
    : failed('The Proxmox user name has no realm.', 'Write it as `user@realm`, such as `packer@pve`.');
}

function because(text: KnownText): string {
  return text.state === 'missing' && text.variable ? `: the variable "${text.variable}" has no value` : '';
}

function failed(message: string, remedy: string): CheckInput {
  return { id, ok: false, message, remedy };
}
