import {
  type CheckInput,
  checkFiles,
  locate,
  type PluginApi,
  type PreflightContext,
  type Toolchain,
} from 'packer-hybrid';
import { checkPlaybook } from './check-playbook.ts';
import type { AnsibleOptions } from './options.ts';
import { commandOf, type Play, playbooksOf, playsOf } from './play.ts';
import { keyFiles, need, provisioner } from './provisioner.ts';

/** Checks what the ansible provisioners of the selected targets need; does nothing where there are none. */
export async function preflight(context: PreflightContext, api: PluginApi<AnsibleOptions>): Promise<void> {
  const plays = context.targets.flatMap((target) => playsOf(context.templateOf(target), target));
  if (plays.length === 0) return;
  const report = reporter(context);
  const isStartedHere = plays.filter((play) => commandOf(play) === need.program);
  if (isStartedHere.length > 0) {
    const checks = await checkProgram(context, api.find('toolchain'));
    for (const play of isStartedHere) report(play, checks);
  }
  const known = new Map<string, Promise<CheckInput | undefined>>();
  for (const play of plays) {
    report(play, await checkPlay(play));
    if (api.options.syntaxCheck)
      report(play, await checkSyntax(context, { play, options: api.options, known }));
  }
}

/** Several provisioners of one target may find the same: each check is reported once per target. */
function reporter(context: PreflightContext): (play: Play, checks: readonly CheckInput[]) => void {
  const reported = new Set<string>();
  return ({ target }, checks) => {
    for (const check of checks) {
      const key = `${target.id}\n${check.id}\n${check.message}`;
      if (reported.has(key)) continue;
      reported.add(key);
      context.report({ ...check, target: target.id });
    }
  };
}

async function checkProgram(
  context: PreflightContext,
  toolchain: Toolchain | undefined,
): Promise<readonly CheckInput[]> {
  if (toolchain) return toolchain.ensure([need], context);
  const found = await context.processes.find(need.program);
  if (found) return [{ id: 'ansible/program', ok: true, message: `${need.program} is installed.` }];
  return [
    {
      id: 'ansible/program',
      ok: false,
      message: `${need.program} is not installed; it is needed ${need.why}.`,
      remedy: 'Install the package ansible-core.',
    },
  ];
}

async function checkPlay(play: Play): Promise<readonly CheckInput[]> {
  const attributes = [...provisioner.fileAttributes, ...keyFiles];
  const { template, component } = play;
  return checkFiles(component.body, { id: 'ansible/files', template, attributes });
}

async function checkSyntax(
  context: PreflightContext,
  {
    play,
    options,
    known,
  }: { play: Play; options: AnsibleOptions; known: Map<string, Promise<CheckInput | undefined>> },
): Promise<readonly CheckInput[]> {
  const command = play.component.type === 'ansible-local' ? need.program : commandOf(play);
  const program = command && (await findProgram(context, play, command));
  if (!program) return [];
  const checks: CheckInput[] = [];
  for (const name of playbooksOf(play)) {
    const playbook = await locate(play.template.cwd, name);
    if (!playbook) continue;
    // Targets that share a provisioner share its check: Ansible takes seconds to start.
    const key = `${play.template.path}\n${play.component.range.start.offset}\n${play.component.range.file}\n${playbook}`;
    const check =
      known.get(key) ??
      checkPlaybook(context, { play, program, playbook, timeoutMs: options.timeout * 1_000 });
    known.set(key, check);
    const result = await check;
    if (result) checks.push(result);
  }
  return checks;
}

/** A command with a slash is a path, relative to where Packer is started. */
async function findProgram(
  context: PreflightContext,
  play: Play,
  command: string,
): Promise<string | undefined> {
  if (!command.includes('/')) return context.processes.find(command);
  return locate(play.template.cwd, command);
}
