import { loadRecoveryMemory, reportOn } from '../../core/state/index.ts';
import { recommend } from '../../plugins/recovery/escalation/index.ts';
import type { Command } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { reportText } from '../recovery/report-text.ts';
import { sinceOf } from '../recovery/since.ts';
import { targetFilter } from '../recovery/target-filter.ts';
import { styleOf } from '../style-of.ts';

/** `recovery report`: how often builds failed, what recovered them, how long it took, and what comes again. */
export const command: Command = async (invocation) => {
  const { options, output } = invocation;
  const now = new Date();
  const since = options.value('since');
  const target = options.value('target');
  const question = {
    ...{ now, target, recommend },
    since: since === undefined ? undefined : sinceOf(since, now),
    includes: targetFilter(target),
  };
  const { workspace } = await readConfig(invocation, 'recovery');
  const report = reportOn(await loadRecoveryMemory(workspace), question);
  if (isJson(options)) printJson(output, report);
  else output.out(reportText(report, { style: styleOf(invocation), width: screenWidth(output) }));
  return 0;
};
