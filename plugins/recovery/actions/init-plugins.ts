import { type CommandResult, HybridError, type RecoverContext } from 'packer-hybrid';
import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction } from './built-in-action.ts';

const id = 'init-plugins';
const changed = /checksums? (?:\(\S+\) )?(?:did not|does not|do not|mis)\s*match/i;

/** Runs `packer init`, which installs what the template's `required_plugins` name, and nothing else. */
export const initPlugins = builtInAction({
  id,
  corrects: true,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    const sources = namedSources(context);
    if (sources.length === 0) {
      return { refusal: 'The template names no source in required_plugins, so nothing may be installed.' };
    }
    if (earlierFixes(context, id).length > 0)
      return { refusal: '`packer init` did not bring what is missing.' };
    return { step: { action: id, title: `Install ${sources.join(', ')} with \`packer init\`.` } };
  },
  async execute(context) {
    const packer = context.find('packer');
    if (!packer)
      throw new HybridError('PH_SERVICE_MISSING', { service: 'packer', plugin: 'recovery', known: [] });
    const result = await packer.init(context);
    // No program ran where this Packer has its plugins built in.
    if (result.exit_code !== 0 || result.packer_exit_code === null) throw refused(result);
    return { detail: `\`packer init\` made sure of ${namedSources(context).join(', ')}.` };
  },
});

function namedSources({ template }: Pick<RecoverContext, 'template'>): readonly string[] {
  return template.requirements.plugins.flatMap(({ source }) => source ?? []);
}

function refused({ command, exit_code, packer_exit_code, stdout, stderr }: CommandResult): HybridError {
  const reason = lastWords(stderr) || lastWords(stdout) || 'it said nothing';
  if (changed.test(`${stdout}\n${stderr}`))
    return new HybridError('PH_RECOVERY_PLUGIN_CHANGED', { command, reason });
  return new HybridError('PH_PACKER_COMMAND', { command, exitCode: packer_exit_code ?? exit_code, reason });
}

function lastWords(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .slice(-3)
    .join(' ');
}
