import { expect, test } from 'vitest';
import { styleFor } from '../../style.ts';
import { sampleRun, sampleTarget, sampleTargetRecord } from '../../testing/sample-run.ts';
import { failureBlocks } from './failure-blocks.ts';

const style = styleFor({ isTTY: false }, { env: {}, noColor: true, platform: 'linux' });
const options = { style, width: 110, cwd: '/w', workspaceRoot: '/w' };
const refused = { code: 'PH_GATE_REFUSED', message: 'The gate refused.', remedy: 'Mend it.', exit_code: 1 };
const stopped = { code: 'PH_INTERRUPTED', message: 'Stopped by SIGINT.', remedy: 'Go on.', exit_code: 130 };

const failed = (name: string, failure: typeof refused) =>
  sampleTargetRecord(sampleTarget('qemu', name), { status: 'failed', failure });

test('the same failure of several targets is told once', () => {
  const targets = [failed('a', refused), failed('b', refused)];

  expect(failureBlocks(sampleRun({ targets }), options)).toEqual([
    'Failures\n✗ PH_GATE_REFUSED qemu.a, qemu.b: The gate refused.\n  → Mend it.',
  ]);
});

test('an interruption is no failure', () => {
  expect(failureBlocks(sampleRun({ targets: [failed('a', stopped)] }), options)).toEqual([]);
});

test('a failure of the run itself has no target', () => {
  expect(failureBlocks(sampleRun({ failures: [refused] }), options)).toEqual([
    'Failures\n✗ PH_GATE_REFUSED The gate refused.\n  → Mend it.',
  ]);
});
