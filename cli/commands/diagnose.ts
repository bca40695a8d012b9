import { createSecrets } from '../../core/process/create-secrets.ts';
import { createLogDiagnoser } from '../../plugins/recovery/diagnosis/index.ts';
import { configOfLog } from '../diagnose/config-of-log.ts';
import { diagnoseDocument } from '../diagnose/diagnose-document.ts';
import { diagnoseText } from '../diagnose/diagnose-text.ts';
import { knownSignatures } from '../diagnose/known-signatures.ts';
import { logTemplates } from '../diagnose/log-templates.ts';
import { maskSecrets } from '../diagnose/mask-secrets.ts';
import { maskedDiagnosis } from '../diagnose/masked-diagnosis.ts';
import { openLog } from '../diagnose/open-log.ts';
import type { Command } from '../invocation.ts';
import { isJson, printJson } from '../print-json.ts';
import { styleOf } from '../style-of.ts';

/** `diagnose`: reads a log once and ends with 0 when it could say how the build ended and why, else with 1. */
export const command: Command = async (invocation) => {
  const { args, options, output, cwd } = invocation;
  const config = await configOfLog(invocation);
  const signatures = knownSignatures(config);
  const templates = await logTemplates(invocation, signatures);
  const diagnoser = createLogDiagnoser(signatures);
  await diagnoser.read(openLog(args[0], { cwd }));
  const found = templates.withChanges(diagnoser.finish());
  const secrets = createSecrets([...(config?.secrets ?? []), ...templates.secrets]);
  const shown = maskedDiagnosis(found, (text) => maskSecrets(secrets.redact(text)));
  if (!isJson(options)) output.out(diagnoseText(shown, styleOf(invocation)));
  else {
    printJson(output, diagnoseDocument(shown));
    if (shown.diagnoses.length === 0) output.err(diagnoseText(shown, styleOf(invocation)));
  }
  const isKnown = found.diagnoses.length > 0 || found.outcome === 'succeeded';
  return isKnown ? 0 : 1;
};
