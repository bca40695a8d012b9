import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { isHybridError } from '../core/errors/index.ts';
import { watchSignals } from './interruption.ts';

function watched({ isBuilding = true } = {}) {
  const source = new EventEmitter();
  const said: string[] = [];
  const exits: number[] = [];
  let time = 0;
  const interruption = watchSignals({
    source,
    say: (text) => said.push(text),
    pending: () => ['packer in build of default/-/qemu.a', 'process 17: packer build'],
    isBuilding: () => isBuilding,
    exit: (code) => exits.push(code),
    now: () => time,
  });
  const press = (signal: string, at: number) => {
    time = at;
    source.emit(signal, signal);
  };
  return { source, said, exits, interruption, press };
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s asks the run to stop, and says what happens', (name) => {
  const { said, exits, interruption, press } = watched();

  press(name, 0);

  const { reason } = interruption.signal;
  expect(isHybridError(reason) && reason.toJSON()).toMatchObject({ code: 'PH_INTERRUPTED', exit_code: 130 });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('Packer is destroying its machines');
  expect(exits).toEqual([]);
});

test('nobody waits for machines while no build runs', () => {
  const { said, press } = watched({ isBuilding: false });

  press('SIGINT', 0);

  expect(said).toEqual(['Stopping (Ctrl-C). Press Ctrl-C again to leave without waiting.']);
});

test('the same key press, passed on by npx, does not count twice', () => {
  const { said, exits, press } = watched();

  press('SIGINT', 0);
  press('SIGINT', 20);

  expect(said).toHaveLength(1);
  expect(exits).toEqual([]);
});

test('a second Ctrl-C says what is pending and leaves', () => {
  const { said, exits, press } = watched();

  press('SIGTERM', 0);
  press('SIGINT', 2000);

  expect(said[1]).toContain('  packer in build of default/-/qemu.a\n  process 17: packer build');
  expect(exits).toEqual([130]);
});

test('a service manager that repeats itself does not cut the clean-up short', () => {
  const { exits, press } = watched();

  press('SIGTERM', 0);
  press('SIGTERM', 5000);
  press('SIGHUP', 9000);

  expect(exits).toEqual([]);
});

test('dispose gives the signals back', () => {
  const { source, interruption } = watched();

  interruption.dispose();

  expect(source.eventNames()).toEqual([]);
});
