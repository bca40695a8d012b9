import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { durationOf } from '../_shared/duration.ts';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { headOf, type Problem, placeOf, reportProblems, valuePlace } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/azure-communicator-config',
  meta: {
    summary: 'Packer cannot reach the machine on Azure, or sets up a way in that nobody needs.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.8,
    remedy: 'Set the communicator and, for WinRM, TLS with the certificate that the plugin makes itself.',
    example:
      'communicator   = "winrm"\nwinrm_use_ssl  = true\nwinrm_insecure = true\nwinrm_timeout  = "15m"\nwinrm_username = "packer"',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    'winrm-without-tls':
      '"winrm_use_ssl" is not true: on Azure WinRM listens on port 5986 with TLS alone, so Packer waits in vain.',
    'winrm-certificate':
      '"winrm_insecure" is not true: the plugin makes a certificate that nobody vouches for, and WinRM refuses it.',
    'winrm-timeout':
      '{value} is too short for WinRM on a new machine, which often takes 10 minutes to answer.',
    'communicator-missing':
      'No "communicator": the plugin sets up both SSH and WinRM, with a key vault for a certificate.',
    'size-missing': 'No "vm_size": the default, Standard_A1, is retired and cannot be had any more.',
  },
  subs: {
    'winrm-without-tls': 'WinRM without TLS',
    'winrm-certificate': 'WinRM with TLS whose certificate is refused',
    'winrm-timeout': 'WinRM with a short timeout',
    'communicator-missing': 'no communicator',
    'size-missing': 'no size of the machine',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'azure-arm') return;
      reportProblems(report, [...winrmProblems(body), ...missingProblems(body)]);
    },
  }),
});

function winrmProblems(body: Body): readonly Problem<`winrm-${'without-tls' | 'certificate' | 'timeout'}`>[] {
  // A machine without the plugin's key vault brings a listener of its own.
  const isPlugins = flagOf(body, 'skip_create_build_key_vault') === false;
  if (textOf(body, 'communicator') !== 'winrm' || !isPlugins) return [];
  const tls = flagOf(body, 'winrm_use_ssl');
  const seconds = durationOf(body, 'winrm_timeout');
  const data = { value: textOf(body, 'winrm_timeout') ?? '' };
  return [
    ...(tls === false ? [{ id: 'winrm-without-tls' as const, ...missing(body, 'winrm_use_ssl') }] : []),
    ...(tls === true && flagOf(body, 'winrm_insecure') === false
      ? [{ id: 'winrm-certificate' as const, ...missing(body, 'winrm_insecure') }]
      : []),
    ...(seconds !== undefined && seconds < 600
      ? [
          {
            id: 'winrm-timeout' as const,
            at: valuePlace(body, 'winrm_timeout'),
            data,
            severity: 'low' as const,
          },
        ]
      : []),
  ];
}

/** Writes the switch where it is not there yet; one that is false may be so for a reason. */
function missing(body: Body, name: string): Pick<Problem, 'at' | 'fix'> {
  const at = placeOf(body, attributeOf(body, name) ? name : 'communicator');
  const anchor = attributeOf(body, 'communicator');
  const names = ['winrm_use_ssl', 'winrm_insecure'].filter(
    (one) => isUnset(body, one) && !attributeOf(body, one),
  );
  const lines = names
    .map((one) => `${one} = true`)
    .join(`\n${' '.repeat((anchor?.range.start.column ?? 1) - 1)}`);
  const fix = anchor && names.includes(name) ? insertAfter(anchor, lines) : [];
  return fix.length > 0 ? { at, fix } : { at };
}

function missingProblems(body: Body): readonly Problem<'communicator-missing' | 'size-missing'>[] {
  const at = headOf(body);
  return [
    ...(isUnset(body, 'communicator')
      ? [{ id: 'communicator-missing' as const, at, severity: 'medium' as const }]
      : []),
    ...(isUnset(body, 'vm_size') ? [{ id: 'size-missing' as const, at, severity: 'medium' as const }] : []),
  ];
}
