import { expect, test } from 'vitest';
import { sampleTarget } from '../../testing/sample-run.ts';
import { fileSteps } from './file-steps.ts';

const targets = [sampleTarget('qemu', 'a'), sampleTarget('qemu', 'b')];
const place = { cwd: '/work', workspaceRoot: '/work' };
const written = { targets, fits: true, path: '/work/logs/1/recovery-a.patch' };

test('reports and patches are shown as paths and commands for where the user is', () => {
  const files = { reports: ['/work/logs/1/escalation/a/report.md'], patches: [written] };

  expect(fileSteps({ ...files, ...place })).toEqual([
    'What was found and tried: logs/1/escalation/a/report.md',
    'Take the corrections for qemu.a, qemu.b over: git apply logs/1/recovery-a.patch',
  ]);
  expect(fileSteps({ ...files, workspaceRoot: '/work', cwd: '/work/images' })[1]).toBe(
    'Take the corrections for qemu.a, qemu.b over: git -C .. apply logs/1/recovery-a.patch',
  );
});

test('a path that a shell would take apart is quoted', () => {
  const path = "/work/it's mine/a.patch";

  expect(fileSteps({ patches: [{ ...written, path }], ...place })[0]).toContain(
    "apply 'it'\\''s mine/a.patch'",
  );
});

test('without --apply the way to the patch is named, and none where none fits', () => {
  const unwritten = { targets, fits: true, path: undefined };

  expect(fileSteps({ patches: [unwritten], ...place })[0]).toContain('--apply');
  expect(fileSteps({ patches: [{ ...unwritten, fits: false }], ...place })[0]).toContain('by hand');
});

test('of many reports a few are shown, and the rest is counted', () => {
  const reports = Array.from({ length: 12 }, (_, index) => `/work/logs/1/escalation/${index}/report.md`);

  expect(fileSteps({ reports, ...place })).toHaveLength(4);
  expect(fileSteps({ reports, ...place }).at(-1)).toBe('9 more reports are beside it.');
});
