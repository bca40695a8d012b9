import {
  attributeOf,
  type ComponentView,
  commandsIn,
  defineRule,
  type Script,
  type SourceRange,
} from 'packer-hybrid/rules';
import { secretUses, type VariableUse } from '../_shared/references.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { textsOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/xtrace-leaks-secrets',
  meta: {
    summary: 'A shell prints every command, secrets included, to the log.',
    severity: 'medium',
    impact: 'secret-exposed',
    recovery: 'trivial',
    confidence: 0.75,
    remedy: 'Leave -x out for this provisioner, or put "set +x" before the commands that use the secret.',
    example: 'inline_shebang = "/bin/bash -e"',
    recommended: true,
  },
  messages: {
    traced: 'The shell prints each command with its values, and this provisioner uses the secret "{name}".',
  },
  create({ template, report }) {
    const scripts = new Map<ComponentView, Script[]>();
    const views: ComponentView[] = [];
    return {
      provisioner(view) {
        if (view.component.type === 'shell' || view.component.type === 'shell-local') views.push(view);
      },
      script(script) {
        if (!('component' in script.owner)) return;
        scripts.set(script.owner, [...(scripts.get(script.owner) ?? []), script]);
      },
      end() {
        for (const view of views) {
          const secrets = usedSecrets(view);
          const [first] = secrets;
          const at = first && tracingPlace(view, scripts.get(view) ?? []);
          if (!first || !at) continue;
          const isMasked = secrets.every(
            ({ variable, functions }) => variable?.sensitive && functions.length === 0,
          );
          report({
            at,
            message: 'traced',
            data: { name: first.name },
            ...withSeverity(isMasked ? 'low' : undefined),
          });
        }
      },
    };

    function usedSecrets({ component }: ComponentView): readonly VariableUse[] {
      return ['environment_vars', 'env', 'inline'].flatMap((name) => {
        const attribute = attributeOf(component.body, name);
        return attribute ? secretUses(template, attribute.expression) : [];
      });
    }
  },
});

const tracingShell = /(?:^|[\s/])(?:ba|z|da|k)?sh\s+(?:-[a-zA-Z]+\s+)*-[a-wyz]*x/;

/** Where the trace is turned on: by how the shell is started, or by the script itself. */
function tracingPlace(
  { component: { body } }: ComponentView,
  scripts: readonly Script[],
): SourceRange | undefined {
  const own = scripts.filter(({ origin, shell }) => origin !== 'command' && shell === 'sh');
  const commands = own.flatMap((script) => commandsIn(script));
  // Whoever turns it off in between knows what it does.
  if (commands.some(({ name, words }) => name === 'set' && /^\+\w*x/.test(words[1] ?? ''))) return undefined;
  for (const name of ['inline_shebang', 'execute_command']) {
    const attribute = attributeOf(body, name);
    if (attribute && tracingShell.test(textsOf(body, name).join(' '))) return attribute.range;
  }
  const traced = own.find(({ origin, shebang }) => origin === 'file' && tracingShell.test(shebang ?? ''));
  const set = commands.find(({ name, words }) => name === 'set' && isTracing(words));
  return traced?.lines[0]?.range ?? set?.range;
}

function isTracing(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      (index > 0 && /^-[a-zA-Z]*x/.test(word)) || (word === 'xtrace' && words[index - 1] === '-o'),
  );
}
