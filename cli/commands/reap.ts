import type { ResolvedConfig } from '../../core/config/index.ts';
import type { Command } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { withDefaults } from '../pipeline-of.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import type { ReapDocument } from '../reap/document.ts';
import { reapText } from '../reap/reap-text.ts';
import { reapWorkspace } from '../reap/reap-workspace.ts';
import { styleOf } from '../style-of.ts';

const GRACE_MS = 10_000;

/** `reap`: removes what killed runs left and what is provably theirs; 1 when some of it may still be there. */
export const command: Command = async (invocation) => {
  const { options, output, cwd } = invocation;
  const config = await readConfig(invocation, 'reap');
  const document = await reap(config, options.has('dry-run'));
  if (isJson(options)) printJson(output, document);
  else output.out(reapText(document, { style: styleOf(invocation), width: screenWidth(output), cwd }));
  return exitCodeOf(document);
};

async function reap(config: ResolvedConfig, dryRun: boolean): Promise<ReapDocument> {
  const [{ registerPlugins }, { defaultPlugins }, { createProcesses, createSecrets }, state] =
    await Promise.all([
      import('../../core/plugin/register-plugins.ts'),
      import('../../plugins/index.ts'),
      import('../../core/process/index.ts'),
      import('../../core/state/index.ts'),
    ]);
  const { workspace: folders, secrets } = config;
  const registry = await registerPlugins(withDefaults(config.plugins, defaultPlugins()));
  return reapWorkspace({
    folders,
    dryRun,
    find: registry.find,
    processes: createProcesses({ secrets: createSecrets(secrets) }),
    signal: new AbortController().signal,
    graceMs: GRACE_MS,
    images: await state.listBuiltFiles(folders),
  });
}

function exitCodeOf({ dry_run, leftovers, unsearched }: ReapDocument): number {
  if (dry_run) return 0;
  return unsearched.length > 0 || leftovers.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
