import {
  attributeOf,
  type Body,
  defineRule,
  type SourceRange,
  startOf,
  type TargetView,
} from 'packer-hybrid/rules';
import { durationOf } from '../_shared/duration.ts';
import { settingTexts } from '../_shared/setting-texts.ts';
import { flagOf, isSet, isUnset, textOf } from '../_shared/settings.ts';

const installers: ReadonlySet<string> = new Set([
  'proxmox-iso',
  'vsphere-iso',
  'qemu',
  'virtualbox-iso',
  'vmware-iso',
  'hyperv-iso',
  'parallels-iso',
]);
const minutes = 60;

export default defineRule({
  id: 'build/ssh-timeout-too-short',
  meta: {
    summary: 'Packer gives up its login before the installation can be over, or never.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Set ssh_timeout = "45m" for a Linux installation, winrm_timeout = "2h" for Windows.',
    example: 'ssh_timeout = "45m"',
    recommended: true,
  },
  messages: {
    short: '"{name}" of {given} is over before the machine can answer; Packer then deletes it.',
    default:
      '"{type}.{name}" installs an operating system and has no "{setting}": Packer gives up after {given}.',
    unlimited:
      '"ssh_handshake_attempts" without "ssh_timeout" takes the time limit away: an installation that hangs blocks the build for ever.',
  },
  subs: { unlimited: 'Attempts without a time limit.' },
  create({ report }) {
    function checkSsh({ type, name, body, source }: TargetView): void {
      const setting = ['ssh_wait_timeout', 'ssh_timeout'].find((one) => !isUnset(body, one));
      const attempts = attributeOf(body, 'ssh_handshake_attempts');
      if (setting !== undefined) {
        // vSphere counts from the moment the machine has an address.
        const light = type === 'vsphere-iso' ? { severity: 'low' as const, confidence: 0.5 } : {};
        checkLimit(body, { setting, least: 15 * minutes }, light);
      } else if (attempts && isSet(body, 'ssh_handshake_attempts')) {
        report({ at: attempts, message: 'unlimited', sub: 'unlimited', severity: 'medium' });
      } else if (!attempts) {
        const data = { type, name, setting: 'ssh_timeout', given: '5 minutes' };
        report({ at: startOf(source), message: 'default', data });
      }
    }

    function checkLimit(
      body: Body,
      { setting, least }: { readonly setting: string; readonly least: number },
      light: { readonly severity?: 'low'; readonly confidence?: number } = {},
    ): void {
      const given = durationOf(body, setting);
      const at: SourceRange | undefined = attributeOf(body, setting)?.valueRange;
      if (!at || given === undefined || given >= least) return;
      const data = { name: setting, given: textOf(body, setting) ?? '' };
      report({ at, message: 'short', data, ...light });
    }

    return {
      target(target) {
        const { type, body } = target;
        const communicator = isUnset(body, 'communicator') ? 'ssh' : textOf(body, 'communicator');
        if (type === 'azure-arm' && communicator === 'winrm')
          checkLimit(body, { setting: 'winrm_timeout', least: 10 * minutes });
        if (!installers.has(type) || flagOf(body, 'disk_image') !== false || isSmall(target)) return;
        if (communicator === 'ssh') checkSsh(target);
        if (communicator === 'winrm') checkLimit(body, { setting: 'winrm_timeout', least: 30 * minutes });
      },
    };
  },
});

/** Systems that are there in a minute, or are only started. */
function isSmall({ name, body }: TargetView): boolean {
  return /alpine|tinycore|coreos|flatcar|talos|vyos|routeros|cirros/i.test(
    [name, ...settingTexts(body)].join('\n'),
  );
}
