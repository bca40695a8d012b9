import { attributeOf, type Body, defineRule, type Template, type TextEdit } from 'packer-hybrid/rules';
import { withSeverity } from '../_shared/secret-value.ts';
import { settingEdit } from '../_shared/setting-edit.ts';
import { isTrue, isUnset, plainValue, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/winrm-no-tls',
  meta: {
    summary: 'WinRM carries the administrator password and every command without TLS.',
    severity: 'medium',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.9,
    remedy:
      'Set winrm_use_ssl = true and let the answer file create an HTTPS listener; at least set winrm_use_ntlm = true.',
    example: 'communicator  = "winrm"\nwinrm_use_ssl = true',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    clear:
      'WinRM is used without TLS, so the password and every command of the build cross the network in clear text.',
    ntlm: 'WinRM is used without TLS; NTLM protects the password, but nobody checks which machine answers.',
    local:
      'WinRM is used without TLS; only the port that QEMU forwards on this host keeps it off the network.',
    noEffect:
      'winrm_insecure has no effect without winrm_use_ssl: there is no certificate that could be accepted.',
  },
  create: ({ template, report }) => ({
    target({ type, body }) {
      if (type === 'azure-arm' || textOf(body, 'communicator') !== 'winrm' || !lacksTls(body)) return;
      const communicator = attributeOf(body, 'communicator');
      const insecure = attributeOf(body, 'winrm_insecure');
      const message = isTrue(attributeOf(body, 'winrm_use_ntlm')?.value)
        ? 'ntlm'
        : isForwarded(type, body)
          ? 'local'
          : 'clear';
      if (communicator) {
        report({
          at: communicator.range,
          message,
          fix: useTls(template, body),
          ...withSeverity(message === 'clear' ? undefined : 'low'),
        });
      }
      if (insecure && isTrue(insecure.value))
        report({ at: insecure.range, message: 'noEffect', severity: 'low' });
    },
  }),
});

/** What is not known may well be on. */
function lacksTls(body: Body): boolean {
  const useSsl = attributeOf(body, 'winrm_use_ssl');
  const plain = plainValue(useSsl?.value);
  return isUnset(useSsl) || plain === false || plain === 'false';
}

function isForwarded(type: string, body: Body): boolean {
  return type === 'qemu' && isUnset(attributeOf(body, 'net_bridge'));
}

function useTls(template: Template, body: Body): readonly TextEdit[] {
  const anchor = attributeOf(body, 'communicator');
  return anchor ? settingEdit(template, { body, name: 'winrm_use_ssl', value: 'true', anchor }) : [];
}
