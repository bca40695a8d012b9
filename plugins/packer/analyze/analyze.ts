import { resolve } from 'node:path';
import { type AnalyzeContext, HybridError, type ProcessResult, type Template } from 'packer-hybrid';
import { formatArguments } from '../command/arguments.ts';
import { runCommand } from '../commands/run-command.ts';
import { validationOf } from '../commands/validate-options.ts';
import type { Engine } from '../engine.ts';
import { parseDiagnostics } from '../transcript/index.ts';
import { fileOf, lineRange, toFinding } from './to-finding.ts';
import { parseUnformatted } from './unformatted.ts';

/** Asks Packer itself about every template that is built, once however many targets it has. */
export async function analyze(engine: Engine, context: AnalyzeContext): Promise<void> {
  const isThere = await engine.packer(context).then(
    () => true,
    () => false,
  );
  // Preflight has said that there is no Packer, and what to do about it.
  if (!isThere) return;
  const built = context.templates.filter((template) =>
    context.targets.some((target) => target.template === template.path),
  );
  for (const template of built) {
    context.signal.throwIfAborted();
    await Promise.all([
      engine.options.fmt ? checkFormat(engine, context, template) : undefined,
      engine.options.validate ? validate(engine, context, template) : undefined,
    ]);
  }
}

async function checkFormat(engine: Engine, context: AnalyzeContext, template: Template): Promise<void> {
  if (!template.files.some((file) => file.syntax === 'hcl')) return;
  const { process, stdout, cwd } = await runCommand(engine, context, {
    template,
    argumentsFor: formatArguments,
    withValues: false,
    asWritten: true,
  });
  mustEnd(process);
  for (const { file, line } of parseUnformatted(stdout)) {
    const found = fileOf(template, resolve(cwd, file));
    const range = found && lineRange(found, line);
    context.report({
      rule: 'packer/fmt',
      family: 'packer',
      severity: 'low',
      message: `${found?.path ?? file} is not formatted as \`packer fmt\` writes it.`,
      remedy: `Run \`packer fmt ${template.path}\`.`,
      template: template.path,
      ...(range ? { range } : {}),
    });
  }
}

async function validate(engine: Engine, context: AnalyzeContext, template: Template): Promise<void> {
  const validation = await validationOf(engine, context, template);
  const names = validation.open.join(', ');
  if (validation.isPartial)
    context.emit({
      type: 'note',
      text: `${template.path}: packer validate reads the syntax only, because ${names} get their values when the build begins.`,
    });
  const { process, stdout, stderr, cwd } = await runCommand(engine, context, {
    template,
    argumentsFor: validation.argumentsFor,
    withValues: true,
  });
  mustEnd(process);
  const diagnostics = parseDiagnostics(stdout);
  for (const diagnostic of diagnostics) context.report(toFinding(diagnostic, template, cwd));
  const isExplained = diagnostics.some((each) => each.level === 'error');
  if (process.exitCode === 0 || isExplained) return;
  const words = (stdout.trim() || stderr.trim()).slice(0, 2_000);
  const message = words || `packer validate ended with ${process.exitCode} without a word.`;
  context.report({
    rule: 'packer/validate',
    family: 'packer',
    severity: 'critical',
    message,
    template: template.path,
  });
}

/** A Packer that was killed has found nothing, which must not look like having nothing to find. */
function mustEnd({ command, ended, stderrTail }: ProcessResult): void {
  if (ended === 'exit') return;
  const reason = stderrTail.trim().split('\n').at(-1) || 'it was stopped before it could answer';
  throw new HybridError('PH_PACKER_COMMAND', { command, exitCode: ended, reason });
}
