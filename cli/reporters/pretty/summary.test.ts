import { expect, test } from 'vitest';
import { styleFor } from '../../style.ts';
import { sampleRun, sampleTarget, sampleTargetRecord } from '../../testing/sample-run.ts';
import { renderSummary } from './summary.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
const options = { style, width: 110, cwd: '/work/project', workspaceRoot: '/work/project' };
const sha256 = 'a'.repeat(64);

const built = sampleTargetRecord(sampleTarget('qemu', 'debian'), {
  result: {
    command: 'packer build .',
    exit_code: 0,
    packer_exit_code: 0,
    stdout: '',
    stderr: '',
    log_paths: { stdout: 'logs/x/qemu.log', packer: null },
    manifest_path: null,
    started_at: '2026-11-24T10:00:00.000Z',
    finished_at: '2026-11-24T10:00:41.000Z',
    retryable: false,
    remediation: null,
    artifacts: [
      {
        builder_id: 'transcend.qemu',
        platform: 'qemu',
        image_ids: [],
        description: 'VM files in directory: output/debian',
        files: [{ path: 'output/debian/disk.qcow2', size: 512_345_678, sha256 }],
      },
    ],
  },
  evidence: [
    {
      id: 'boot',
      dimension: 'functionality',
      score: 1,
      weight: 1,
      confidence: 1,
      detail: 'boots',
      required: true,
    },
    {
      id: 'time',
      dimension: 'performance',
      score: 0.4,
      weight: 1,
      confidence: 1,
      detail: 'boots in 90 s',
      required: false,
    },
  ],
});

const failed = sampleTargetRecord(sampleTarget('vsphere-clone', 'win'), {
  status: 'failed',
  reached: 'analyze',
  exit_code: 1,
  steps: [],
  duration_ms: 3100,
  diagnoses: [
    {
      cause: 'wrong password',
      class: 'config',
      retryable: false,
      confidence: 0.9,
      evidence: [{ line: 3, text: 'Cannot complete login' }],
      remedy: '',
      action: '',
    },
  ],
  failure: {
    code: 'PH_BUILD_FAILED',
    message: 'The build failed.',
    remedy: 'Check the password.',
    exit_code: 1,
  },
});

const record = sampleRun({
  status: 'failed',
  exit_code: 1,
  targets: [built, failed],
  checks: [
    { id: 'qemu/kvm', ok: false, severity: 'low', message: 'No KVM here.', remedy: 'Enable it.' },
    { id: 'disk/space', ok: false, severity: 'high', message: 'Only 2 GB are free.' },
    { id: 'packer/version', ok: true, severity: 'critical', message: 'Packer 1.11.2' },
  ],
  findings: [
    {
      rule: 'security/plaintext',
      family: 'security',
      severity: 'medium',
      confidence: 1,
      message: 'A password stands in the template.',
      remedy: 'Make it a sensitive variable.',
      range: {
        file: 'images/a.pkr.hcl',
        start: { line: 4, column: 3, offset: 40 },
        end: { line: 4, column: 9, offset: 46 },
      },
    },
  ],
});

test('a run in which things went wrong', () => {
  expect(renderSummary(record, options)).toMatchInlineSnapshot(`
    "
    Run 20261124-100000-k3f9 ✗ failed in 1m 5s

    Target             Result       Duration  Slowest steps              Artifact
    qemu.debian        ✓ succeeded  41.2s     shell 12.4s, connect 9.3s  output/debian/disk.qcow2 (512 MB)
    vsphere-clone.win  ✗ failed     3.1s

    Checks that failed
    ✗ high Only 2 GB are free.
    · low No KVM here.
      → Enable it.

    Findings
    ! medium images/a.pkr.hcl:4:3 A password stands in the template. (security/plaintext)
      → Make it a sensitive variable.

    Validation
    ! qemu.debian: 1 of 2 passed
      ! boots in 90 s

    Failures
    ✗ PH_BUILD_FAILED vsphere-clone.win: The build failed.
        Cannot complete login
      → Check the password.

    Logs: logs/20261124-100000-k3f9
    → When that is mended: packer-hybrid run --from build --run 20261124-100000-k3f9
    → Look into it: packer-hybrid inspect 20261124-100000-k3f9"
  `);
});

test('a run in which all went well is brief', () => {
  expect(
    renderSummary(sampleRun({ targets: [sampleTargetRecord(built.target)] }), options),
  ).toMatchInlineSnapshot(`
    "
    Run 20261124-100000-k3f9 ✓ succeeded in 1m 5s

    Target       Result       Duration  Slowest steps              Artifact
    qemu.debian  ✓ succeeded  41.2s     shell 12.4s, connect 9.3s

    Logs: logs/20261124-100000-k3f9"
  `);
});

test('where the table does not fit, each target has a paragraph', () => {
  const run = sampleRun({ targets: [built, failed] });

  const [, targets = ''] = renderSummary(run, { ...options, width: 60 }).split('\n\n');

  expect(targets.split('\n')).toEqual([
    'qemu.debian ✓ succeeded',
    '  Duration: 41.2s',
    '  Slowest steps: shell 12.4s, connect 9.3s',
    '  Artifact: output/debian/disk.qcow2 (512 MB)',
    'vsphere-clone.win ✗ failed',
    '  Duration: 3.1s',
  ]);
});

test('a failure that does not count is marked in the table, and is not among the failures', () => {
  const failure = { code: 'PH_BUILD_FAILED', message: 'It was not built.', remedy: 'Mend it.', exit_code: 0 };
  const ignored = { ...failed, exit_code: 0, failure, ignored: 'The lab is being moved.' };

  const text = renderSummary(sampleRun({ targets: [built, ignored] }), options);

  expect(text).toContain('○ failed, ignored');
  expect(text).not.toContain('Failures');
});
