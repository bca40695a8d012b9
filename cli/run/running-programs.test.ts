import { expect, test } from 'vitest';
import type { RunEvent } from '../../core/schema/index.ts';
import { sampleEvent } from '../testing/sample-run.ts';
import { watchPending } from './running-programs.ts';

test('what is pending are handlers and programs that have not ended', () => {
  let tell: (event: RunEvent) => void = () => {};
  const { phrases } = watchPending({
    onEvent(listener) {
      tell = listener;
      return () => {};
    },
    pending: () => [
      { plugin: 'packer', hook: 'build', target: 'default/-/qemu.a', startedAt: 0 },
      { plugin: 'registry', hook: 'close', startedAt: 0 },
    ],
  });
  const ended = { ended: 'exit', exit_code: 0, duration_ms: 1 };

  tell(sampleEvent({ type: 'process.started', command: 'packer build .', pid: 7 }));
  tell(sampleEvent({ type: 'process.started', command: 'qemu-img info', pid: 8 }));
  tell(sampleEvent({ type: 'process.finished', command: 'qemu-img info', pid: 8, ...ended }));

  expect(phrases()).toEqual([
    'packer in build of default/-/qemu.a',
    'registry in close',
    'process 7: packer build .',
  ]);
});
