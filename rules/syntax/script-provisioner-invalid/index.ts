import {
  attributeOf,
  type Body,
  type ComponentView,
  defineRule,
  isJson,
  nameRange,
  type Setting,
  settingOf,
  startOf,
} from 'packer-hybrid/rules';
import { wrongEntries } from './environment-entries.ts';

export default defineRule({
  id: 'syntax/script-provisioner-invalid',
  meta: {
    summary: 'A script provisioner has no script, several, or environment variables that are none.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.96,
    remedy: 'Give it one of inline, script and scripts; several become several provisioners.',
    example: 'provisioner "shell" {\n  scripts = ["a.sh", "b.sh"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    several: '"{type}" takes only one of {names}.',
    none: '"{type}" needs one of {names}.',
    entry: 'An entry of environment_vars must read KEY=value, and {entry} does not.',
    map: 'environment_vars is a list of KEY=value; a map belongs to "env".',
  },
  create({ template, report }) {
    function check({ component }: ComponentView): void {
      const { type, body } = component;
      const names = ways[type];
      if (!names) return;
      checkWays(component, names);
      const environment = attributeOf(body, 'environment_vars');
      if (environment?.expression.kind === 'object') {
        const hasEnv = attributeOf(body, 'env') !== undefined || isJson(environment.range);
        const fix = hasEnv ? [] : [{ range: nameRange(environment), newText: 'env' }];
        report({ at: nameRange(environment), message: 'map', fix });
      }
      for (const { at, entry, better } of wrongEntries(template, environment)) {
        const fix = better === undefined ? [] : [{ range: at, newText: better }];
        report({ at, message: 'entry', data: { entry }, fix });
      }
    }

    function checkWays({ type, body, range }: ComponentView['component'], names: readonly string[]): void {
      const settings = names.map((name) => ({ name, setting: settingOf(body, name) }));
      const set = settings.filter(({ setting }) => setting.presence === 'set');
      const data = { type, names: names.join(', ') };
      const [, second] = set;
      if (second) {
        const at = second.setting.attribute ? nameRange(second.setting.attribute) : startOf({ range });
        report({ at, message: 'several', data });
      } else if (
        set.length === 0 &&
        settings.every(({ setting }) => isUnset(setting)) &&
        !isOverridden(body)
      ) {
        report({ at: startOf({ range }), message: 'none', data });
      }
    }

    return { provisioner: check, postProcessor: check };
  },
});

const scripts = ['inline', 'script', 'scripts'] as const;
const ways: Readonly<Record<string, readonly string[]>> = {
  shell: scripts,
  powershell: scripts,
  'windows-shell': scripts,
  'shell-local': [...scripts, 'command'],
};

function isUnset({ presence }: Setting): boolean {
  return presence === 'unset';
}

/** What a provisioner runs for one source only may stand in its overrides. */
function isOverridden(body: Body): boolean {
  return attributeOf(body, 'override') !== undefined;
}
