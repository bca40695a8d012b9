import { expect, test } from 'vitest';
import type { TargetRecord } from '../../../core/schema/index.ts';
import { styleFor } from '../../style.ts';
import { samplePlan, sampleRecovery } from '../../testing/sample-recovery.ts';
import { sampleRun, sampleTarget, sampleTargetRecord } from '../../testing/sample-run.ts';
import { recoveryBlocks } from './recovery-blocks.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });

function block(more: Partial<TargetRecord>): readonly string[] {
  const targets = [sampleTargetRecord(sampleTarget('qemu', 'a'), more)];
  return recoveryBlocks(sampleRun({ targets }), { style }).flatMap((text) => text.split('\n'));
}

const again = { action: 'retry', title: 'Build again.', wait_seconds: 0, edits: [], details: {} };

test('a run without recoveries has no block', () => {
  expect(block({})).toEqual([]);
});

test('a recovered target says after how many recoveries, and by what', () => {
  const first = sampleRecovery({ outcome: 'failed', plan: samplePlan({ steps: [again] }) });

  expect(block({ recoveries: [sampleRecovery()] })).toEqual([
    'Recoveries',
    '✓ qemu.a recovered after 1 recovery (ssh_timeout "20s" → "40s")',
  ]);
  expect(block({ recoveries: [first, sampleRecovery()] })[1]).toBe(
    '✓ qemu.a recovered after 2 recoveries (built again; ssh_timeout "20s" → "40s")',
  );
});

test('a target that did not recover says what was tried', () => {
  const escalated = sampleRecovery({
    outcome: 'escalated',
    plan: samplePlan({ action: 'escalate', steps: [] }),
  });

  expect(block({ recoveries: [sampleRecovery({ outcome: 'failed' }), escalated] })[1]).toBe(
    '✗ qemu.a did not recover after 1 recovery (ssh_timeout "20s" → "40s")',
  );
  expect(block({ recoveries: [escalated] })).toEqual([]);
});

test('a proposal is shown with its corrections, a declined plan without a way to allow it', () => {
  const plan = samplePlan({ mode: 'ask' });
  const proposed = block({ recoveries: [sampleRecovery({ outcome: 'proposed', plan })] });
  const declined = block({ recoveries: [sampleRecovery({ outcome: 'declined', plan })] });

  expect(proposed).toContain('        + ssh_timeout = "40s"');
  expect(proposed.at(-1)).toContain('Run it on a terminal to be asked');
  expect(declined[1]).toContain('! qemu.a: declined: ');
  expect(declined.join('\n')).not.toContain('terminal');
});

test('a failure that does not count is told with its reason', () => {
  const failure = { code: 'PH_BUILD_FAILED', message: 'It was not built.', remedy: '', exit_code: 0 };

  expect(block({ status: 'failed', ignored: 'The lab is being moved.', failure })).toEqual([
    'Recoveries',
    '○ qemu.a failed, which does not count: The lab is being moved.',
    '    It was not built.',
  ]);
});
