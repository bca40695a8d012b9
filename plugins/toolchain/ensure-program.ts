import { type CheckInput, HybridError, type ProgramNeed, type RunContext } from 'packer-hybrid';
import type { Failure } from './install-batch.ts';
import { installCommandFor } from './install-command.ts';
import type { InstallQueue } from './install-queue.ts';
import type { Machine } from './machine.ts';
import { hasPackage } from './packages-of.ts';
import type { Place } from './place.ts';

export interface EnsureOptions {
  readonly machine: Machine;
  readonly place: Place;
  readonly queue: InstallQueue;
  readonly timeoutMs: number;
}

/** Finds one program, installs it where that is wanted and possible, and says how it ended. */
export async function ensureProgram(
  need: ProgramNeed,
  context: RunContext,
  options: EnsureOptions,
): Promise<CheckInput> {
  const { machine, place } = options;
  const path = await machine.find(need.program);
  if (path) return found(need, path);

  const command = await installCommandFor([need], place);
  const { manager, elevation } = place;
  if (!manager || !hasPackage(need, manager.id)) return missing(need, command);
  if (context.settings.toolchain.install === 'never') return missing(need, `Run: ${command}`);
  if (context.run.dryRun) return planned(need, command);
  if (elevation === 'impossible') {
    return missing(
      need,
      `Installing needs root, and neither root nor sudo is here. As root, run: ${command}`,
    );
  }
  const failure = await options.queue.install({ need, context }, { ...options, manager, elevation });
  if (failure) return failed(need, failure, command);

  const installed = await machine.find(need.program);
  return installed ? found(need, installed) : notBrought(need, command);
}

const idOf = ({ program }: ProgramNeed) =>
  `toolchain/${program.toLowerCase().replaceAll(/[^a-z0-9.-]/g, '-')}`;

function found(need: ProgramNeed, path: string): CheckInput {
  return { id: idOf(need), ok: true, message: `${need.program} is at ${path}.` };
}

function missing(need: ProgramNeed, install: string): CheckInput {
  const { message, remedy } = new HybridError('PH_TOOL_MISSING', { ...need, install });
  return { id: idOf(need), ok: false, message, remedy };
}

/** Not grave: the run that is rehearsed here would install it. */
function planned(need: ProgramNeed, command: string): CheckInput {
  const { message } = new HybridError('PH_TOOL_MISSING', { ...need, install: command });
  return {
    id: idOf(need),
    ok: false,
    severity: 'medium',
    message: `${message} A real run installs it.`,
    remedy: `A real run does this by itself: ${command}`,
  };
}

function failed(need: ProgramNeed, failure: Failure, command: string): CheckInput {
  const { message } = new HybridError('PH_TOOL_INSTALL', failure);
  return {
    id: idOf(need),
    ok: false,
    message: `${need.program} is needed ${need.why}. ${message}`,
    remedy: `Run it yourself and read its output: ${command}`,
  };
}

function notBrought(need: ProgramNeed, command: string): CheckInput {
  return {
    id: idOf(need),
    ok: false,
    message: `${need.program} is needed ${need.why}; the package was installed, but the program is still not on PATH.`,
    remedy: `Add its folder to PATH, or install it another way. The packages came with: ${command}`,
  };
}
