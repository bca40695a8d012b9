import { relative } from 'node:path';
import type { CheckInput, PreflightContext, ProcessResult } from 'packer-hybrid';
import { checkEnvironment } from './environment.ts';
import { listOf, type Play, readPlay } from './play.ts';
import { type PlaybookError, readPlaybookError } from './playbook-error.ts';

export interface PlaybookCheck {
  readonly play: Play;
  /** Absolute path of `ansible-playbook`, or what the template names instead. */
  readonly program: string;
  /** Absolute path. */
  readonly playbook: string;
  readonly timeoutMs: number;
}

const id = 'ansible/playbook';

/** Lets Ansible itself read a playbook, started where and as Packer will start it; undefined when the run was stopped. */
export async function checkPlaybook(
  context: PreflightContext,
  check: PlaybookCheck,
): Promise<CheckInput | undefined> {
  const { play, program, playbook, timeoutMs } = check;
  const result = await context.processes.run(program, [...argumentsOf(play), playbook], {
    cwd: play.template.cwd,
    env: await checkEnvironment(play, context.workspace.cache),
    signal: context.signal,
    timeoutMs,
  });
  const name = relative(context.workspace.root, playbook);
  if (result.ended === 'cancelled') return undefined;
  if (result.exitCode === 0) return { id, ok: true, message: `Ansible can read ${name}.` };
  const error = readPlaybookError(result.stderrTail) ?? { message: endOf(result) };
  return {
    id,
    ok: false,
    severity: severityOf(error, { play, result }),
    message: `${name}: ${sentence(error, context.workspace.root)}`,
    remedy: remedyFor(play),
  };
}

/** What Packer adds, and the play's own arguments unless one of them is secret or not known. */
function argumentsOf(play: Play): readonly string[] {
  const { alias, type } = { alias: play.target.source.name, type: play.target.source.type };
  const packer = ['-e', `packer_build_name=${alias}`, '-e', `packer_builder_type=${type}`];
  return ['--syntax-check', '-i', 'localhost,', ...packer, ...(listOf(play, 'extra_arguments') ?? [])];
}

/** Graver is only what the build would certainly stumble over: roles can still be installed, values still be given. */
function severityOf(
  { message }: PlaybookError,
  { play, result }: { play: Play; result: ProcessResult },
): 'critical' | 'medium' | 'low' {
  if (result.ended !== 'exit') return 'low';
  const lacksContent = /was not found|couldn't resolve module|unresolvable|no collection/i.test(message);
  if (lacksContent && readPlay(play, 'galaxy_file').state !== 'unset') return 'low';
  if (lacksContent && play.component.type === 'ansible-local') return 'medium';
  if (/undefined/i.test(message) && listOf(play, 'extra_arguments') === undefined) return 'medium';
  return 'critical';
}

function sentence({ message, file, line, column }: PlaybookError, root: string): string {
  return file === undefined ? message : `${message} (${relative(root, file)}:${line}:${column})`;
}

function endOf({ ended, exitCode, stderrTail }: ProcessResult): string {
  if (ended === 'timeout') return 'Ansible did not finish reading it in time.';
  const last = stderrTail.trim().split('\n').at(-1);
  return last || `ansible-playbook ended with ${exitCode ?? ended}.`;
}

function remedyFor(play: Play): string {
  return readPlay(play, 'galaxy_file').state === 'unset'
    ? 'Correct the playbook; `ansible-playbook --syntax-check` shows the same.'
    : 'Correct the playbook, or install what `galaxy_file` names with `ansible-galaxy install -r` to check it completely.';
}
