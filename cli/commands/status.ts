import type { Command } from '../invocation.ts';
import { isCi } from '../is-ci.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { wholeNumber } from '../run/run-overrides.ts';
import { readStatus } from '../status/read-status.ts';
import { statusPage } from '../status/status-text.ts';
import { styleOf } from '../style-of.ts';

/** `status`: the latest runs, each target with its last result and artifact, and what changed since it was built. */
export const command: Command = async (invocation) => {
  const { options, output, cwd, env } = invocation;
  const limit = wholeNumber('--limit', options.value('limit') ?? '5');
  const config = await readConfig(invocation, 'status');
  const status = await readStatus(config, { limit, ci: isCi(env) });
  if (isJson(options)) {
    printJson(output, status);
    return 0;
  }
  const width = screenWidth(output);
  const workspaceRoot = config.workspace.root;
  output.out(statusPage(status, { style: styleOf(invocation), width, cwd, workspaceRoot }));
  return 0;
};
