import type { Diagnosis, RecoverySettings } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { corrected } from '../testing/corrected.ts';
import { earlier } from '../testing/failed-build.ts';
import { proposed } from '../testing/proposed.ts';
import { increaseTimeout } from './increase-timeout.ts';

interface Case {
  readonly cause?: string;
  readonly type?: string;
  readonly attributes?: string;
  readonly extra?: string;
  readonly diagnosis?: Partial<Diagnosis>;
  readonly timeouts?: RecoverySettings['timeouts'];
  readonly vars?: Readonly<Record<string, string>>;
}

const templateOf = ({ type = 'qemu', attributes = '', extra = '' }: Case) => `variable "wait" {
  default = "4m"
}
source "${type}" "a" {
${attributes}}
build {
  sources = ["source.${type}.a"]
${extra}}
`;

/** The step, and what the template says afterwards. */
async function raised(given: Case) {
  const { cause = 'ssh-timeout', diagnosis = {}, timeouts, vars = {} } = given;
  const files = { 'a.pkr.hcl': templateOf(given) };
  const recovery = timeouts ? { timeouts } : {};
  const { build, step, refusal } = await proposed(increaseTimeout, {
    cause,
    diagnosis,
    files,
    recovery,
    vars,
  });
  return { step, refusal, after: step && (await corrected(build, step)) };
}

describe('which limit is raised, and to what', () => {
  test.each<readonly [string, Case, string, string]>([
    ['that of SSH where it is set', { attributes: '  ssh_timeout = "90s"\n' }, 'ssh_timeout', '3m'],
    ['that of SSH by its default', {}, 'ssh_timeout', '10m'],
    ["a platform's own default", { type: 'azure-arm' }, 'ssh_timeout', '40m'],
    ['a zero, which stands for the default', { attributes: '  ssh_timeout = "0s"\n' }, 'ssh_timeout', '10m'],
    ['an empty one', { attributes: '  ssh_timeout = ""\n' }, 'ssh_timeout', '10m'],
    [
      'the older name where it is used',
      { attributes: '  ssh_wait_timeout = "1h5m"\n' },
      'ssh_wait_timeout',
      '2h',
    ],
    ['what a variable says', { attributes: '  ssh_timeout = var.wait\n' }, 'ssh_timeout', '8m'],
    [
      'what the settings say',
      { attributes: '  ssh_timeout = var.wait\n', vars: { wait: '7s' } },
      'ssh_timeout',
      '14s',
    ],
    ['that of WinRM', { cause: 'winrm-timeout' }, 'winrm_timeout', '1h'],
    ['the wait for an address', { cause: 'guest-no-ip', type: 'vsphere-iso' }, 'ip_wait_timeout', '1h'],
    [
      'SSH where addresses have no limit',
      { cause: 'guest-no-ip', type: 'proxmox-iso' },
      'ssh_timeout',
      '10m',
    ],
    [
      'WinRM where addresses have no limit',
      { cause: 'guest-no-ip', type: 'proxmox-iso', attributes: '  communicator = "winrm"\n' },
      ...(['winrm_timeout', '1h'] as const),
    ],
    [
      'up to the ceiling',
      { attributes: '  ssh_timeout = "100m"\n', timeouts: { factor: 3, ceilingMinutes: 120 } },
      ...(['ssh_timeout', '2h'] as const),
    ],
    [
      'the one that the diagnosis of a cause names that only a plugin knows',
      {
        cause: 'script-failed',
        attributes: '  ssh_timeout = "1m"\n  ssh_read_write_timeout = "2m"\n',
        diagnosis: {
          action: 'increase-timeout',
          change: { attribute: 'ssh_read_write_timeout', file: 'a.pkr.hcl', line: 6 },
        },
      },
      ...(['ssh_read_write_timeout', '4m'] as const),
    ],
    [
      'the wait for an address, not the time that it has to settle',
      {
        cause: 'guest-no-ip',
        type: 'vsphere-iso',
        attributes: '  ip_settle_timeout = "5s"\n',
        diagnosis: { change: { attribute: 'ip_settle_timeout', file: 'a.pkr.hcl', line: 5 } },
      },
      ...(['ip_wait_timeout', '1h'] as const),
    ],
  ])('%s', async (_, given, attribute, value) => {
    const { step, after } = await raised(given);

    expect(step?.title).toMatch(new RegExp(`^Raise ${attribute} from \\S+ to ${value}\\.$`));
    expect(step?.edits).toHaveLength(1);
    expect(after?.value(attribute)).toBe(value);
    expect(after?.template.errors).toEqual([]);
  });

  test('those of every restart of the target, wherever they come from', async () => {
    const extra = `  provisioner "windows-restart" {}
  provisioner "shell" {
    inline = ["true"]
  }
  provisioner "windows-restart" {
    restart_timeout = "10m"
  }
  provisioner "windows-restart" {
    except = ["qemu.a"]
    restart_timeout = "11m"
  }
`;
    const { step, after } = await raised({ cause: 'reboot-timeout', extra });

    const [before = '', now] = after?.texts['a.pkr.hcl'] ?? [];
    expect(step?.title).toBe('Raise restart_timeout from 5m to 10m and restart_timeout from 10m to 20m.');
    expect(now).toBe(
      before
        .replace('"windows-restart" {}', '"windows-restart" {\n    restart_timeout = "10m"\n  }')
        .replace(
          '    restart_timeout = "10m"\n  }\n  provisioner "windows-restart" {\n    except',
          '    restart_timeout = "20m"\n  }\n  provisioner "windows-restart" {\n    except',
        ),
    );
  });
});

describe('when nothing is raised', () => {
  test.each<readonly [string, Case, RegExp]>([
    [
      'at the ceiling',
      { attributes: '  ssh_timeout = "2h"\n' },
      /ssh_timeout is 2h, and 120 minutes is the highest/,
    ],
    ['what only Packer knows', { attributes: '  ssh_timeout = timestamp()\n' }, /only Packer can tell/],
    ['what is no duration', { attributes: '  ssh_timeout = "soon"\n' }, /only Packer can tell/],
    ['a negative one', { attributes: '  ssh_timeout = "-5m"\n' }, /only Packer can tell/],
    [
      'what cannot be written',
      { attributes: '  ssh_timeout = <<EOT\n5m\nEOT\n' },
      /only Packer can tell|safely/,
    ],
    ['no restart at all', { cause: 'reboot-timeout' }, /no time limit/],
    [
      'a limit that the diagnosis names and nobody set',
      {
        cause: 'script-failed',
        diagnosis: {
          action: 'increase-timeout',
          change: { attribute: 'x_timeout', file: 'a.pkr.hcl', line: 1 },
        },
      },
      /no time limit/,
    ],
  ])('%s', async (_, given, reason) => {
    const { step, refusal } = await raised(given);

    expect(step).toBeUndefined();
    expect(refusal).toMatch(reason);
  });

  test('a limit that was raised in vain', async () => {
    const history = [earlier('ssh-timeout', { action: 'increase-timeout', title: 'Raise it.' })];
    const other = [earlier('winrm-timeout', { action: 'increase-timeout', title: 'Raise it.' })];
    const files = { 'a.pkr.hcl': templateOf({}) };

    const again = await proposed(increaseTimeout, { cause: 'ssh-timeout', history, files });
    const first = await proposed(increaseTimeout, { cause: 'ssh-timeout', history: other, files });

    expect(again.refusal).toBe('A longer time limit did not help.');
    expect(first.step).toBeDefined();
  });

  test('a failure that is not about time', async () => {
    expect(await raised({ cause: 'shutdown-timeout' })).toEqual({
      step: undefined,
      refusal: undefined,
      after: undefined,
    });
  });
});

test('in a JSON template of either form', async () => {
  const own =
    '{"builders": [{"type": "qemu", "name": "a", "ssh_timeout": "{{user `t`}}"}], "variables": {"t": "5m"}}';
  const modern = '{"source": {"qemu": {"a": {}}}, "build": {"sources": ["source.qemu.a"]}}';
  for (const [name, text] of [
    ['a.json', own],
    ['a.pkr.json', modern],
  ] as const) {
    const { build, step } = await proposed(increaseTimeout, {
      cause: 'ssh-timeout',
      files: { [name]: text },
    });

    expect(step && (await corrected(build, step)).value('ssh_timeout')).toBe('10m');
  }
});
