import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { settingEdit } from '../_shared/setting-edit.ts';
import { isTrue, isUnset, plainValue, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/vnc-exposed',
  meta: {
    summary: 'The console of the machine under construction is open to the network without a password.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Leave vnc_bind_address at 127.0.0.1 and use an SSH tunnel, or set vnc_use_password = true.',
    example: 'vnc_bind_address = "127.0.0.1"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    bound:
      'VNC listens on {address} without a password: anybody who reaches this host can type into the machine.',
    argument:
      'qemuargs let VNC listen on {address} without a password: anybody who reaches it can type into the machine.',
  },
  create: ({ template, report }) => ({
    target({ type, body }) {
      if (type !== 'qemu') return;
      const bind = attributeOf(body, 'vnc_bind_address');
      const address = textOf(body, 'vnc_bind_address');
      if (bind && address && !isLoopback(address) && lacksPassword(body)) {
        const fix = settingEdit(template, { body, name: 'vnc_use_password', value: 'true', anchor: bind });
        report({ at: bind.range, message: 'bound', data: { address }, fix });
      }
      const args = attributeOf(body, 'qemuargs');
      const argument = args && vncArgument(plainValue(args.value));
      if (args && argument) report({ at: args.range, message: 'argument', data: { address: argument } });
    },
  }),
});

function isLoopback(address: string): boolean {
  return /^(127\.|::1$|\[::1\]|localhost$)/.test(address);
}

/** A password that may or may not be on is not reported. */
function lacksPassword(body: Body): boolean {
  const password = attributeOf(body, 'vnc_use_password');
  if (/tls/.test(JSON.stringify(plainValue(attributeOf(body, 'qemuargs')?.value) ?? ''))) return false;
  return isUnset(password) || (plainValue(password?.value) !== undefined && !isTrue(password?.value));
}

/** The address of `["-vnc", "0.0.0.0:0"]` where nothing protects it. */
function vncArgument(args: unknown): string | undefined {
  if (!Array.isArray(args)) return undefined;
  for (const [name, value] of args.filter(Array.isArray)) {
    if (name !== '-vnc' || typeof value !== 'string' || /password|tls|sasl/.test(value)) continue;
    const [, address] = /^(\[[^\]]*\]|[\w.]*):\d/.exec(value) ?? [];
    if (address !== undefined && !isLoopback(address)) return address || 'every address';
  }
  return undefined;
}
