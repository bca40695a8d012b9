import { resolve } from 'node:path';
import type { ResolvedConfig } from '../../core/config/index.ts';
import { isHybridError } from '../../core/errors/index.ts';
import { sensitiveValues, type Template } from '../../core/language/index.ts';
import { createSecrets } from '../../core/process/index.ts';
import {
  causes,
  createLogDiagnoser,
  type LogDiagnosis,
  tellingLinesOf,
} from '../../plugins/recovery/index.ts';
import { diagnoseDocument } from '../diagnose/diagnose-document.ts';
import { diagnoseText } from '../diagnose/diagnose-text.ts';
import { knownSignatures } from '../diagnose/known-signatures.ts';
import { maskSecrets } from '../diagnose/mask-secrets.ts';
import { maskedDiagnosis } from '../diagnose/masked-diagnosis.ts';
import { openLog } from '../diagnose/open-log.ts';
import { readTemplates } from '../diagnose/read-templates.ts';
import { templateChange } from '../diagnose/template-change.ts';
import type { Command, Invocation } from '../invocation.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { styleOf } from '../style-of.ts';

/** `diagnose`: reads a log once and ends with 0 when it could say how the build ended and why, else with 1. */
export const command: Command = async (invocation) => {
  const { args, options, output, cwd, env } = invocation;
  const config = await configOf(invocation);
  const path = options.value('template');
  const templates = path === undefined ? [] : await readTemplates(resolve(cwd, path), { root: cwd, env });
  const diagnoser = createLogDiagnoser(knownSignatures(config));
  for await (const { line, number } of tellingLinesOf(openLog(args[0], { cwd }))) diagnoser.add(line, number);
  const found = withChanges(diagnoser.finish(), templates);
  const shown = maskedDiagnosis(found, maskerOf(config, templates));
  if (!isJson(options)) output.out(diagnoseText(shown, styleOf(invocation)));
  else {
    printJson(output, diagnoseDocument(shown));
    if (shown.diagnoses.length === 0) output.err(diagnoseText(shown, styleOf(invocation)));
  }
  const isKnown = found.diagnoses.length > 0 || found.outcome === 'succeeded';
  return isKnown ? 0 : 1;
};

/** A log may be read anywhere: a configuration counts where there is a sound one, and must be sound when it is named. */
async function configOf(invocation: Invocation): Promise<ResolvedConfig | undefined> {
  try {
    return await readConfig(invocation, 'diagnose');
  } catch (cause) {
    if (isHybridError(cause) && invocation.options.value('config') === undefined) return undefined;
    throw cause;
  }
}

function withChanges(found: LogDiagnosis, templates: readonly Template[]): LogDiagnosis {
  if (templates.length === 0) return found;
  const diagnoses = found.diagnoses.map((diagnosis) => {
    const attributes = causes[diagnosis.cause]?.attributes ?? [];
    const change = templateChange(templates, { target: diagnosis.target, attributes });
    return change ? { ...diagnosis, change } : diagnosis;
  });
  return { ...found, diagnoses };
}

function maskerOf(
  config: ResolvedConfig | undefined,
  templates: readonly Template[],
): (text: string) => string {
  const secrets = createSecrets();
  for (const value of [...(config?.secrets ?? []), ...templates.flatMap(sensitiveValues)]) secrets.add(value);
  return (text) => maskSecrets(secrets.redact(text));
}
