import type { ProcessResult, RunProcess } from '../base/must-run.ts';
import { type ConsoleLog, consoleLog } from './console-log.ts';

/** A QEMU that runs now. */
export interface Machine {
  readonly console: ConsoleLog;
  /** Its end, once it has come. */
  ended(): ProcessResult | undefined;
  /** Ends it and waits until it is gone. */
  stop(): Promise<void>;
}

export interface MachineOptions {
  /** Starts QEMU; its promise settles when QEMU has ended. */
  readonly start: RunProcess;
  readonly args: readonly string[];
  /** Where QEMU keeps what the guest writes. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly onConsole?: (line: string) => void;
}

/** Starts QEMU; it ends with `stop` or with the signal, whichever comes first. */
export function startMachine({ start, args, temporary, signal, onConsole }: MachineOptions): Machine {
  const stopper = new AbortController();
  const log = consoleLog();
  let result: ProcessResult | undefined;
  const running = start('qemu-system-x86_64', args, {
    // QEMU puts the file behind `snapshot=on` there, and removes its name at once.
    env: { TMPDIR: temporary },
    signal: AbortSignal.any([signal, stopper.signal]),
    graceMs: 2_000,
    onStdout: (line) => {
      log.add(line);
      onConsole?.(line);
    },
  }).then((end) => {
    result = end;
  });
  return {
    console: log,
    ended: () => result,
    async stop() {
      stopper.abort();
      await running;
    },
  };
}
