import type { TargetContext } from 'packer-hybrid';
import type { DebugLine } from '../command/read-stderr.ts';
import type { OutputEvent } from '../transcript/index.ts';

type Level = 'info' | 'warning' | 'error';

/** Where what Packer says goes: the run's events and the target's two log files. */
export interface Report {
  event(event: OutputEvent): void;
  debug(line: DebugLine): void;
  /** Says something that Packer itself did not. */
  say(level: Level, text: string): void;
  note(text: string): void;
}

/** What QEMU itself says, which Packer shows in its debug log only: without it nobody knows why a machine did not start. */
const hypervisorWords = /\bQemu stderr: (?!.*\bwarning: ).*\S/;

const logLevels = { info: 'info', warning: 'warn', error: 'error' } as const;

/** Writes to the target's logs and sends events; log files are opened when the first line comes. */
export function reportTo(context: Pick<TargetContext, 'emit' | 'openLog' | 'paths' | 'secrets'>): Report {
  const { emit, openLog, paths, secrets } = context;

  function say(level: Level, text: string): void {
    const clean = secrets.redact(text);
    openLog(paths.log).write(logLevels[level], 'packer', clean);
    emit({ type: 'output', level, text: clean });
  }

  return {
    say,
    event(event) {
      if (event.type === 'output') return say(event.level, event.text);
      if (event.type === 'artifact' || event.type === 'error') return;
      const { build, ...step } = event;
      emit(step);
    },
    debug({ level, text }) {
      openLog(paths.packerLog).write(level, 'packer', text);
      const [words] = hypervisorWords.exec(text) ?? [];
      if (words !== undefined) say('info', words);
    },
    note(text) {
      openLog(paths.log).write('warn', 'packer-hybrid', text);
      emit({ type: 'note', text });
    },
  };
}
