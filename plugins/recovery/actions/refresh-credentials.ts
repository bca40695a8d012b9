import {
  HybridError,
  listed,
  type ProcessResult,
  type RecoverContext,
  type RecoveryActionContext,
  type RecoveryActionOutcome,
} from 'packer-hybrid';
import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction } from './built-in-action.ts';
import { newVariables, readVariables } from './fresh-credentials.ts';

const id = 'refresh-credentials';
const limitMs = 60_000;
const longestOutput = 1_000_000;

/** Asks the program that the user named for fresh credentials, and hands them to the next build as its environment. */
export const refreshCredentials = builtInAction({
  id,
  corrects: true,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    const { platform } = context.target;
    const [program] = commandOf(context);
    if (program === undefined) {
      return { refusal: `No program for fresh credentials is set in recovery.credentials.${platform}.` };
    }
    if (earlierFixes(context, id).length > 0)
      return { refusal: 'The refreshed credentials were refused as well.' };
    return { step: { action: id, title: `Get fresh credentials for ${platform} from ${program}.` } };
  },
  async execute(context) {
    const { target, setEnvironment } = context;
    const taken = takeFromOthers(context);
    if (taken) return taken;
    const { result, output } = await runProvider(context);
    const provider = { platform: target.platform, command: result.command };
    const printed = readVariables(output);
    if (result.ended !== 'exit' || result.exitCode !== 0) throw failed(context, result, printed);
    if (!printed) {
      const reason = 'it did not print one JSON object of environment variables and texts';
      throw new HybridError('PH_RECOVERY_CREDENTIALS', { ...provider, reason });
    }
    // Another target may have got the same ones in the meantime: they would come masked.
    const takenMeanwhile = takeFromOthers(context);
    if (takenMeanwhile) return takenMeanwhile;
    const fresh = newVariables(printed, provider);
    setEnvironment(fresh);
    return { detail: `Got fresh values of ${listed(Object.keys(fresh))}.` };
  },
});

function takeFromOthers({ takeEnvironment }: RecoveryActionContext): RecoveryActionOutcome | undefined {
  const names = takeEnvironment();
  return names.length > 0
    ? { detail: `Took the fresh values of ${listed(names)} that another target got.` }
    : undefined;
}

function commandOf({ settings, target }: RecoverContext): readonly string[] {
  return settings.recovery.credentials[target.platform]?.command ?? [];
}

async function runProvider(
  context: RecoverContext,
): Promise<{ readonly result: ProcessResult; readonly output: string }> {
  const { processes, workspace, signal } = context;
  const [program = '', ...args] = commandOf(context);
  let output = '';
  const result = await processes.run(program, args, {
    cwd: workspace.root,
    signal,
    timeoutMs: limitMs,
    onStdout(line) {
      if (output.length < longestOutput) output += `${line}\n`;
    },
  });
  return { result, output };
}

/** What it printed may be secret although it failed: it is masked in the words that are passed on. */
function failed(
  { secrets, target }: RecoverContext,
  { command, ended, exitCode, stderrTail }: ProcessResult,
  printed: Readonly<Record<string, string>> = {},
): HybridError {
  for (const value of Object.values(printed)) secrets.add(value);
  const end = ended === 'exit' ? `it ended with ${exitCode}` : ends[ended];
  const said = secrets.redact(stderrTail).trim().split('\n').at(-1);
  const reason = said ? `${end}: ${said}` : end;
  return new HybridError('PH_RECOVERY_CREDENTIALS', { platform: target.platform, command, reason });
}

const ends: Readonly<Record<Exclude<ProcessResult['ended'], 'exit'>, string>> = {
  cancelled: 'it was cancelled',
  timeout: `it took longer than ${limitMs / 1_000} seconds`,
  killed: 'it was killed',
  'not-found': 'it is not there',
};
