import type { RecoverContext, RecoveryAction } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { recoveryActions } from './actions/all.ts';
import { planRecovery } from './plan-recovery.ts';
import { causes } from './signatures/causes/all.ts';
import { diagnosisOf, earlier, type FailedBuildOptions, failedBuild } from './testing/failed-build.ts';

const plan = async (options: FailedBuildOptions) => planRecovery(await failedBuild(options));
const actionsOf = async (options: FailedBuildOptions) =>
  ((await plan(options)).steps ?? []).map(({ action }) => action);

const qemu = (more = '') => `source "qemu" "a" {
  iso_url      = "https://example.org/a.iso"
  iso_checksum = "sha256:${'0'.repeat(64)}"
${more}}
build {
  sources = ["source.qemu.a"]
}
`;

describe('what is tried', () => {
  test('a failure that may go away by itself is built again, and says after which time', async () => {
    const found = await plan({ cause: 'api-connection-failed', diagnosis: { wait_seconds: 30 } });

    expect(found).toEqual({
      action: 'retry',
      reason: 'api-connection-failed: Build again after 30 seconds, as the failure itself asks.',
      cause: 'api-connection-failed',
      class: 'transient',
      steps: [
        {
          action: 'retry-backoff',
          title: 'Build again after 30 seconds, as the failure itself asks.',
          wait_seconds: 30,
        },
      ],
      confidence: 0.7,
    });
  });

  test('a correction says what changes, and that another build follows', async () => {
    const found = await plan({ cause: 'ssh-timeout', files: { 'a.pkr.hcl': qemu() } });

    expect(found).toMatchObject({
      action: 'retry',
      reason: 'ssh-timeout: Raise ssh_timeout from 5m to 10m. Then build again.',
    });
  });

  test('what goes along is done before the wait', async () => {
    const twice = `${qemu()}source "null" "b" {\n  communicator = "none"\n}\nbuild {\n  sources = ["source.null.b"]\n}\n`;
    const reversed = recoveryActions.toReversed();

    expect(
      await actionsOf({ cause: 'host-memory-exhausted', files: { 'a.pkr.hcl': twice }, actions: reversed }),
    ).toEqual(['reduce-parallelism', 'retry-backoff']);
  });

  test("another plugin's action corrects what this one does not, between corrections and the wait", async () => {
    const mend: RecoveryAction = {
      id: 'open-mirror',
      corrects: true,
      plan: ({ diagnosis }) =>
        diagnosis?.class === 'transient' || diagnosis?.cause === 'script-failed'
          ? { action: 'open-mirror', title: 'Switch the mirror on.' }
          : undefined,
    };
    const actions = [...recoveryActions, mend];

    expect(await actionsOf({ cause: 'script-failed', actions })).toEqual(['open-mirror']);
    expect(await actionsOf({ cause: 'package-mirror-failed', actions })).toEqual([
      'open-mirror',
      'retry-backoff',
    ]);
  });
});

describe('what goes to a person', () => {
  test('a failure that nothing explains', async () => {
    const context = { ...(await failedBuild({ cause: 'ssh-timeout' })), diagnosis: undefined };

    expect(await planRecovery(context)).toEqual({
      action: 'escalate',
      reason: 'Nothing in the log explains the failure.',
    });
  });

  test.each([
    ['script-failed', {}, /^script-failed does not go away by itself\. Read the last lines/],
    ['ssh-auth-failed', {}, /^ssh-auth-failed concerns security and is never retried\. Make ssh_username/],
    [
      'api-throttled',
      { wait_seconds: 10_800 },
      /^api-throttled: It asks to wait 10800 seconds; recovery\.maxWait allows 900\.$/,
    ],
    ['platform-auth-failed', {}, /No program for fresh credentials is set in recovery\.credentials\.null\./],
    ['cloud-capacity-unavailable', {}, /No other values are approved/],
    ['plugin-missing', {}, /names no source in required_plugins/],
    ['iso-checksum-mismatch', {}, /local file/],
    ['output-exists', {}, /nothing that a build of this target makes/],
    ['api-connection-failed', { class: 'config' }, /does not go away by itself/],
    ['api-connection-failed', { retryable: false }, /does not go away by itself/],
  ] as const)('%s with %j', async (cause, diagnosis, reason) => {
    const found = await plan({ cause, diagnosis });

    expect(found).toMatchObject({ action: 'escalate', cause, reason: expect.stringMatching(reason) });
    expect(found.steps ?? []).toEqual([]);
  });

  test('a security failure for which some plugin would do more than is safe', async () => {
    const trustAnybody: RecoveryAction = {
      id: 'trust-anybody',
      corrects: true,
      plan: () => ({ action: 'trust-anybody', title: 'Trust anybody.' }),
    };

    expect(await plan({ cause: 'tls-untrusted-ca', actions: [trustAnybody] })).toMatchObject({
      action: 'escalate',
    });
  });

  test('planning stops when the run is cancelled', async () => {
    const change = { signal: AbortSignal.abort(new Error('cancelled')) };

    await expect(plan({ cause: 'ssh-timeout', change })).rejects.toThrow('cancelled');
  });
});

describe('confidence', () => {
  const cause = 'api-connection-failed';

  test('what was learned weighs more than what is usual', async () => {
    const rate = async (rates: Readonly<Record<string, number>>) => (await plan({ cause, rates })).confidence;

    expect([await rate({}), await rate({ 'retry-backoff': 1 }), await rate({ 'retry-backoff': 0 })]).toEqual([
      0.7, 0.93, 0.18,
    ]);
  });

  test('a recovery that was in vain halves it', async () => {
    const history = [earlier(cause, { action: 'retry-backoff', title: 'Build again.' })];

    expect((await plan({ cause, history })).confidence).toBe(0.35);
  });
});

/** The taxonomy's column "automatic action"; `remove-leftovers` is its `cleanup-orphan`, for output proven to be ours. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['package-manager-lock', 'package-mirror-failed', 'iso-download-failed', 'api-connection-failed'],
      ...['api-throttled', 'cloud-transient-error', 'platform-object-locked', 'plugin-init-rate-limited'],
      'host-memory-exhausted',
    ].map((cause) => [cause, ['retry-backoff', 'reduce-parallelism']]),
  ),
  ...Object.fromEntries(
    ['ssh-timeout', 'winrm-timeout', 'guest-no-ip', 'reboot-timeout'].map((cause) => [
      cause,
      ['increase-timeout'],
    ]),
  ),
  'iso-checksum-mismatch': ['purge-cache'],
  'platform-auth-failed': ['refresh-credentials'],
  'plugin-missing': ['init-plugins'],
  'cloud-capacity-unavailable': ['switch-size'],
  'output-exists': ['remove-leftovers'],
  'artifact-already-exists': ['remove-leftovers'],
  // A row of its own: what the killed Packer could not remove any more is ours, and may be removed before it is tried again.
  'packer-killed': ['retry-backoff', 'reduce-parallelism', 'remove-leftovers'],
};

describe('never, whatever the settings', () => {
  const everything = `packer {
  required_plugins {
    qemu = {
      source  = "github.com/hashicorp/qemu"
      version = "~> 1"
    }
  }
}
${qemu('  ssh_timeout = "5m"\n  vm_size = "small"\n  instance_type = "small"\n  location = "here"\n  shutdown_timeout = "1m"\n  insecure_connection = false\n  ssh_host_key_checking = true\n')}source "qemu" "b" {
}
build {
  sources = ["source.qemu.b"]
  provisioner "windows-restart" {}
}
`;
  const generous: FailedBuildOptions['recovery'] = {
    maxWait: 1_000_000,
    timeouts: { factor: 100, ceilingMinutes: 10_000 },
    approved: {
      vm_size: ['big'],
      insecure_connection: ['true'],
      iso_checksum: ['none'],
      accelerator: ['tcg'],
      boot_command: ['x'],
    },
    credentials: { qemu: { command: ['true'] } },
  };
  const claim: RecoverContext['claim'] = async () => ({
    ours: true,
    look: () => undefined,
    close: () => undefined,
  });
  const files = { 'a.pkr.hcl': everything, 'output-a/a.qcow2': 'left' };
  const place = { line: 1, column: 1, offset: 0 };
  const nowhere = { range: { file: 'a.pkr.hcl', start: place, end: place }, new_text: '' };
  const variants = [{}, generous, { ...generous, timeouts: { factor: 1, ceilingMinutes: 0 }, maxWait: 0 }];

  const steps = recoveryActions.map(({ id: action }) => ({ action, title: action }));
  const switched = ['small', 'big'].map((size) => ({
    ...{ action: 'switch-size', title: size },
    edits: [{ attribute: 'vm_size', from: null, to: `"${size}"`, edit: nowhere }],
  }));

  test.each(Object.keys(causes))('more than the taxonomy allows for %s', async (cause) => {
    const histories = [[], [earlier(cause, ...steps)], [earlier(cause, ...switched)]];
    const isSafe = (action: string) => ['purge-cache', 'refresh-credentials'].includes(action);
    for (const recovery of variants) {
      const own = await failedBuild({ cause, recovery, files, change: { claim } });
      for (const history of histories) {
        const { steps: taken = [] } = await planRecovery({ ...own, history });
        const edits = taken.flatMap((step) => step.edits ?? []);

        const others = taken.filter(({ action }) => !(allowed[cause] ?? []).includes(action));
        // What this run left itself may always go before another build that is allowed.
        const mayClear = others.length < taken.length;

        expect(others.filter(({ action }) => !(mayClear && action === 'remove-leftovers'))).toEqual([]);
        expect(edits.filter(({ attribute }) => !/_timeout$|^vm_size$/.test(attribute))).toEqual([]);
      }
      if (diagnosisOf(cause).class !== 'security') continue;
      for (const { action } of [...steps, { action: 'force' }]) {
        const diagnosis = diagnosisOf(cause, { action, retryable: true });
        const { steps: taken = [] } = await planRecovery({ ...own, diagnosis });

        expect(taken.filter((step) => !isSafe(step.action))).toEqual([]);
      }
    }
  });

  test('nothing is called force', () => {
    expect(recoveryActions.map(({ id }) => id)).toEqual([
      ...['remove-leftovers', 'refresh-credentials', 'purge-cache', 'init-plugins', 'increase-timeout'],
      ...['switch-size', 'reduce-parallelism', 'retry', 'retry-backoff'],
    ]);
  });
});
