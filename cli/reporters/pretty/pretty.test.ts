import { expect, test } from 'vitest';
import { styleFor } from '../../style.ts';
import { sampleEvent, sampleRun, sampleTarget } from '../../testing/sample-run.ts';
import { recordedOutput } from '../../testing/test-host.ts';
import type { ReporterOptions } from '../reporter.ts';
import { createPrettyReporter } from './pretty.ts';

const a = sampleTarget('qemu', 'a');
const longer = sampleTarget('vsphere-clone', 'b');

function reporter(more: Partial<ReporterOptions> = {}) {
  const output = recordedOutput();
  const style = styleFor(output.stdout, { env: {}, noColor: true, platform: 'linux' });
  const options = {
    verbosity: 'normal',
    ci: true,
    history: new Map(),
    cwd: '/w',
    workspaceRoot: '/w',
  } as const;
  return { output, ...createPrettyReporter({ output, style, ...options, ...more }) };
}

test('lines of several targets carry the target’s name, in one column', () => {
  const { output, onEvent } = reporter();

  onEvent(sampleEvent({ type: 'run.targets', targets: [a, longer] }));
  onEvent(sampleEvent({ type: 'stage.started', stage: 'build' }, a));
  onEvent(sampleEvent({ type: 'stage.started', stage: 'build' }, longer));

  expect(output.written.out.split('\n').slice(1, 3)).toEqual([
    'qemu.a           build',
    'vsphere-clone.b  build',
  ]);
});

test('a run of one target needs no names', () => {
  const { output, onEvent } = reporter();

  onEvent(sampleEvent({ type: 'run.targets', targets: [a] }));
  onEvent(sampleEvent({ type: 'stage.started', stage: 'build' }, a));

  expect(output.written.out).toBe('1 target: qemu.a\nbuild\n');
});

test('quiet shows the summary alone', () => {
  const { output, onEvent, finish } = reporter({ verbosity: 'quiet' });

  onEvent(sampleEvent({ type: 'stage.started', stage: 'build' }));
  finish(sampleRun());

  expect(output.written.out.trimStart()).toMatch(/^Run 20261124-100000-k3f9 ✓ succeeded in 1m 5s/);
  expect(output.written.err).toBe('');
});

test('while a question is open nothing is written; what was missed follows in its order', () => {
  const { output, onEvent, hold } = reporter();
  const release = hold?.();

  onEvent(sampleEvent({ type: 'note', text: 'one' }));
  onEvent(sampleEvent({ type: 'note', text: 'two' }));
  const during = output.written.out;
  release?.();
  onEvent(sampleEvent({ type: 'note', text: 'three' }));

  expect(during).toBe('');
  expect(output.written.out).toBe('one\ntwo\nthree\n');
});
