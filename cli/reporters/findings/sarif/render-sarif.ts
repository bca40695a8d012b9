import type { Invocation, Log, Run } from 'sarif';
import { packageVersion } from '../../../version.ts';
import type { FailedTemplate, FindingsReport, RenderFindings } from '../contract.ts';
import { folderUri, sourceRoot } from './artifact-location.ts';
import { ruleDescriptors } from './rule-descriptors.ts';
import { sarifResult } from './sarif-result.ts';

/** SARIF 2.1.0, the format that code scanning services and editors read. */
export const renderSarif: RenderFindings = (report, { cwd }) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(report, cwd)],
  };
  return JSON.stringify(log, null, 2);
};

function sarifRun({ findings, failed }: FindingsReport, cwd: string): Run {
  const rules = ruleDescriptors(findings);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = {
    name: 'packer-hybrid',
    version: packageVersion(),
    informationUri: 'https://www.npmjs.com/package/packer-hybrid',
    rules: [...rules],
  };
  return {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { uri: folderUri(cwd) } },
    invocations: [sarifInvocation(failed)],
    results: findings.map((shown) => sarifResult(shown, indexes.get(shown.finding.rule) ?? -1, cwd)),
  };
}

/** Templates that could not be looked at are no results: they say that the run itself was not whole. */
function sarifInvocation(failed: readonly FailedTemplate[]): Invocation {
  return {
    executionSuccessful: failed.length === 0,
    toolExecutionNotifications: failed.map(({ code, message, remedy }) => ({
      descriptor: { id: code },
      level: 'error',
      message: { text: `${message} ${remedy}` },
    })),
  };
}
