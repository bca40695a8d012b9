import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isSet } from '../_shared/settings.ts';
import { writtenTexts } from '../_shared/written-texts.ts';
import { faultsOf, hasDelicateValue } from './faults.ts';

const types: ReadonlySet<string> = new Set(['shell', 'powershell', 'windows-shell', 'shell-local']);

export default defineRule({
  id: 'build/execute-command-malformed',
  meta: {
    summary: 'A custom command for scripts does not run the script, or does not give it its variables.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.85,
    remedy:
      'Let the command hold {{.Vars}} where the script sees them, and {{.Path}} behind its interpreter.',
    example: `execute_command = "sudo env {{ .Vars }} bash -e '{{ .Path }}'"`,
    recommended: true,
  },
  messages: {
    'script-not-run': '"{name}" of {type} holds no {{.Path}}, so the script is uploaded and never run.',
    'variables-unused':
      '"{name}" of {type} holds no {variables}, so the environment variables of the step do not reach the script.',
    'variables-lost-by-sudo':
      '"{name}" of {type} sets the variables before sudo, which starts the script with an environment of its own.',
    'variables-in-quotes':
      '"{name}" of {type} puts the variables into single quotes; their values are in single quotes already, and one with a blank falls apart.',
  },
  subs: {
    'script-not-run': 'The command does not hold the path of the script.',
    'variables-unused': 'The step has environment variables that the command leaves out.',
    'variables-lost-by-sudo': 'The variables stand before sudo without -E.',
    'variables-in-quotes': 'The variables stand inside single quotes.',
  },
  create({ template, report }) {
    return {
      provisioner({ component: { type, body } }) {
        if (!types.has(type)) return;
        for (const name of ['execute_command', 'elevated_execute_command']) {
          const attribute = attributeOf(body, name);
          for (const { text, range } of attribute ? writtenTexts(template, attribute.expression) : []) {
            const data = {
              name,
              type,
              variables: isSet(body, 'use_env_var_file') ? '{{.EnvVarFile}}' : '{{.Vars}}',
            };
            const problems = faultsOf(text, body).map((id) => ({
              id,
              at: range,
              data,
              ...(id === 'variables-in-quotes' && { severity: quoteSeverity(body) }),
            }));
            reportProblems(report, problems);
          }
        }
      },
    };
  },
});

/** Plain values survive the quotes. */
function quoteSeverity(body: Body): 'low' | 'medium' {
  return hasDelicateValue(body) ? 'medium' : 'low';
}
