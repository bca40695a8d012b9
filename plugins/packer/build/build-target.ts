import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BuildContext, CommandResult } from 'packer-hybrid';
import { buildArguments } from '../command/arguments.ts';
import { withArtifactsThere } from '../command/artifacts-there.ts';
import { packerEnvironment } from '../command/environment.ts';
import { openPlace, type Place } from '../command/place.ts';
import { type PackerRunResult, runPacker } from '../command/run-packer.ts';
import { openTmpDir } from '../command/tmp-dir.ts';
import { buildVerdict } from '../command/verdict.ts';
import type { Engine } from '../engine.ts';
import type { PackerProgram } from '../locate/index.ts';
import { buildResult } from './build-result.ts';
import { claimOutputFolder, type OutputFolder } from './left-behind.ts';
import { reportTo } from './report.ts';
import { openIsos } from './target-isos.ts';
import { targetVariables } from './target-variables.ts';

/** Builds one target with one Packer process of its own. */
export async function buildTarget(engine: Engine, context: BuildContext): Promise<CommandResult> {
  const program = await engine.packer(context);
  await mkdir(context.paths.work, { recursive: true });
  const place = await openPlace({
    ...context,
    root: context.workspace.root,
    program,
    stageFolder: join(context.paths.work, 'stage'),
  });
  const output = await claimOutputFolder(context, place.cwd);
  const run = await runAndClose(engine, context, { program, place, output });

  const { target, signal } = context;
  const said = buildVerdict({ ...run, target, isAborted: signal.aborted });
  const verdict = await withArtifactsThere(said, run.outcome.artifacts, place.cwd);
  const report = reportTo(context);
  if (verdict.message) report.say('error', verdict.message);
  if (run.process.leftovers > 0)
    report.note(`${run.process.leftovers} processes of the build outlived Packer and were ended.`);
  const left = await output.ended(verdict.exitCode === 0);
  if (left) report.note(`The unfinished build left ${left} behind; remove it before the next build.`);
  return buildResult(context, { run, verdict, cwd: place.cwd, debugLog: engine.options.debugLog });
}

interface Prepared {
  readonly program: PackerProgram;
  readonly place: Place;
  readonly output: OutputFolder;
}

/** Whatever happens, the copy is dissolved and temporary files go away. */
async function runAndClose(
  engine: Engine,
  context: BuildContext,
  prepared: Prepared,
): Promise<PackerRunResult> {
  try {
    const tmp = await openTmpDir(context);
    try {
      return await run(engine, context, { ...prepared, tmpDir: tmp.path });
    } finally {
      await tmp.close();
    }
  } finally {
    await prepared.place.close();
  }
}

async function run(
  engine: Engine,
  context: BuildContext,
  { program, place, output, tmpDir }: Prepared & { tmpDir: string | undefined },
): Promise<PackerRunResult> {
  const { request, target, workspace, paths } = context;
  const variables = await targetVariables(engine, context);
  const isos = await openIsos(engine, context);
  const report = reportTo(context);
  const given = {
    template: place.template,
    varFiles: request.varFiles.map((file) => resolve(workspace.root, file)),
    flags: variables.flags,
  };
  try {
    return await runPacker(context, {
      program,
      place,
      args: buildArguments(given, { only: target.packer_name, request }),
      env: packerEnvironment({
        name: context.run.env,
        cacheDir: paths.packerCache,
        tmpDir,
        debugLog: engine.options.debugLog,
        variables: variables.env,
      }),
      graceMs: engine.options.graceMinutes * 60_000,
      names: [target.packer_name],
      onDebug: report.debug,
      onEvent: (event) => {
        output.look();
        report.event(event);
        isos.onEvent(event);
      },
    });
  } finally {
    await isos.close();
  }
}
