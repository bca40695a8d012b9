import type { BuildContext, RecoveryAction } from '../../plugin/index.ts';
import type { CommandResult, Diagnosis, RecoveryPlanInput, TemplateEdit } from '../../schema/index.ts';
import { engine, plugin } from './fake-plugins.ts';
import { fakeWorkspace, result } from './fake-workspace.ts';

/** A template whose time limit a recovery may raise. */
export const template = `source "null" "one" {
  communicator = "none"
  ssh_timeout  = "5m"
}
build { sources = ["source.null.one"] }
`;
const files = { 'image/a.pkr.hcl': template };
/** Asks for all of it. */
export const one = { command: 'run' };
export const failed = result({ exit_code: 1, packer_exit_code: 1 });

export const timeout: Diagnosis = {
  cause: 'ssh-timeout',
  class: 'guest',
  retryable: true,
  confidence: 0.8,
  evidence: [{ line: 1, text: 'Timeout waiting for SSH.' }],
  remedy: 'Look at the console.',
  action: 'increase-timeout',
};

/** Replaces a text of the template. */
export function editOf(attribute: string, from: string, to: string): TemplateEdit {
  const offset = template.indexOf(from);
  const line = template.slice(0, offset).split('\n').length;
  const position = (at: number) => ({ line, column: 1, offset: at });
  const range = { file: 'image/a.pkr.hcl', start: position(offset), end: position(offset + from.length) };
  return { attribute, from, to, edit: { range, new_text: to } };
}

export const raised: RecoveryPlanInput = {
  action: 'retry',
  reason: 'The machine needs longer.',
  steps: [
    { action: 'increase-timeout', title: 'Raise it.', edits: [editOf('ssh_timeout', '"5m"', '"10m"')] },
  ],
  confidence: 0.6,
};

interface Scene {
  readonly diagnosis?: Diagnosis;
  readonly plan?: RecoveryPlanInput;
  readonly actions?: readonly RecoveryAction[];
  readonly build: (context: BuildContext) => CommandResult;
}

/** A workspace with that template, an engine, and a plugin that diagnoses and plans as told. */
export async function scene({ diagnosis = timeout, plan = raised, actions = [], build }: Scene) {
  const workspace = await fakeWorkspace(files);
  const raise: RecoveryAction = { id: 'increase-timeout', corrects: true, plan: () => undefined };
  const doctor = plugin(
    'doctor',
    (api) => {
      api.on('diagnose', (context) => context.report(diagnosis));
      api.on('recover', () => plan);
    },
    { recoveryActions: [raise, ...actions] },
  );
  return { workspace, plugins: [engine(build), doctor] };
}
