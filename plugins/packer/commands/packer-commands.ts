import { type CommandResult, type PackerCommands, portablePath, type TargetContext } from 'packer-hybrid';
import { reportTo } from '../build/report.ts';
import { formatArguments, initArguments, inspectArguments } from '../command/arguments.ts';
import type { PackerRunResult } from '../command/run-packer.ts';
import { processVerdict } from '../command/verdict.ts';
import type { Engine } from '../engine.ts';
import { type CommandRequest, runCommand } from './run-command.ts';
import { validationOf } from './validate-options.ts';

type Asked = Omit<CommandRequest, 'template' | 'onEvent'>;

/** Packer's other commands, for the rest of the product. */
export function packerCommands(engine: Engine): PackerCommands {
  return {
    init: (context) => init(engine, context),
    fmt: (context) =>
      answer(engine, context, { argumentsFor: formatArguments, withValues: false, asWritten: true }),
    validate: async (context) => {
      const { argumentsFor } = await validationOf(engine, context, context.template);
      return answer(engine, context, { argumentsFor, withValues: true });
    },
    inspect: (context) => answer(engine, context, { argumentsFor: inspectArguments, withValues: true }),
    version: (context) =>
      engine.packer(context).then(
        ({ version }) => version,
        () => undefined,
      ),
  };
}

async function init(engine: Engine, context: TargetContext): Promise<CommandResult> {
  const { capabilities, path, version } = await engine.packer(context);
  if (capabilities.init) return answer(engine, context, { argumentsFor: initArguments, withValues: false });
  const now = new Date().toISOString();
  return {
    command: `${path} init`,
    exit_code: 0,
    packer_exit_code: null,
    stdout: `Packer ${version} has its plugins built in: there is nothing to install.`,
    stderr: '',
    log_paths: { stdout: null, packer: null },
    manifest_path: null,
    artifacts: [],
    started_at: now,
    finished_at: now,
    retryable: false,
    remediation: null,
  };
}

async function answer(engine: Engine, context: TargetContext, asked: Asked): Promise<CommandResult> {
  const report = reportTo(context);
  const run = await runCommand(engine, context, {
    ...asked,
    template: context.template,
    onEvent: report.event,
  });
  return commandResult(run, context);
}

function commandResult(run: PackerRunResult, { signal, paths, workspace }: TargetContext): CommandResult {
  const verdict = processVerdict(run.process, signal.aborted);
  return {
    command: run.process.command,
    exit_code: verdict.exitCode,
    packer_exit_code: run.process.exitCode,
    stdout: run.stdout,
    stderr: run.stderr,
    log_paths: { stdout: portablePath(workspace.root, paths.log), packer: null },
    manifest_path: null,
    artifacts: [],
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    retryable: false,
    remediation: verdict.remediation ?? null,
  };
}
