import {
  attributeOf,
  type Body,
  type Component,
  componentApplies,
  defineRule,
  nameRange,
  type Report,
  schemaOf,
  settingOf,
  startOf,
  type TargetView,
} from 'packer-hybrid/rules';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { isSet, textOf } from '../_shared/settings.ts';
import { isLinux } from './is-linux.ts';

const messages = {
  unknown: 'Packer knows no communicator "{value}"; it knows {known}.',
  winrm: 'The communicator is {communicator}, which ignores {names}.',
  ssh: 'The communicator is winrm, which ignores {names}.',
  none: '"{type}" works inside the machine, and the communicator "none" never connects to it.',
  shell: 'A "shell" provisioner runs a Unix shell, and this machine is reached by winrm, as Windows is.',
  windows: 'A "{type}" provisioner is for Windows, and "{name}" is a Linux machine.',
} as const;

export default defineRule({
  id: 'build/communicator-mismatch',
  meta: {
    summary: 'Settings or provisioners belong to another communicator than the one in use.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Set the communicator that the settings are for, or remove them.',
    example:
      'source "vsphere-iso" "win" {\n  communicator   = "winrm"\n  winrm_username = "Administrator"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages,
  subs: {
    unknown: 'a communicator that Packer does not have',
    winrm: 'settings for WinRM with another communicator',
    ssh: 'settings for SSH with WinRM',
    none: 'work inside the machine without any connection to it',
    shell: 'a Unix shell on a machine that is reached by WinRM',
    windows: 'provisioners for Windows on a Linux machine',
  },
  create({ template, report }) {
    return {
      target(view) {
        const component = schemaOf('builder', view.type);
        const schema = component?.attributes.communicator;
        const { body } = view;
        // A plugin whose code nobody read may have a communicator of its own.
        if (!component || !schema || !(component.verified || attributeOf(body, 'communicator'))) return;
        const setting = settingOf(body, 'communicator');
        // A variable or a condition chooses: every side of it has its own settings.
        if (setting.presence === 'unknown' || !setting.written) return;
        const value = textOf(body, 'communicator') ?? String(schema.default ?? 'ssh');
        const known = (schema.enum ?? []).map(String);
        if (component.verified && known.length > 0 && !known.includes(value)) {
          report({
            at: setting.attribute?.valueRange ?? view.source,
            message: 'unknown',
            sub: 'unknown',
            severity: 'critical',
            data: { value, known: known.join(', ') },
          });
          return;
        }
        for (const problem of foreignSettings(view, value)) report(problem);
        for (const component of stepsOf(view)) {
          const problem = foreignStep(view, component, value);
          if (problem) report(problem);
        }
      },
    };

    function stepsOf({ build, use, type, name }: TargetView): readonly Component[] {
      if (!build) return [];
      const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');
      const alias = use?.alias ?? name;
      return build.provisioners.filter((step) =>
        componentApplies(step, isLegacy ? alias : `${type}.${alias}`),
      );
    }
  },
});

type Problem = Report<typeof messages>;

const logins = ['username', 'password', 'private_key_file', 'use_ssl', 'insecure', 'use_ntlm'];

/** Settings that nobody reads; lighter where the ones that count are there as well. */
function foreignSettings({ type, body }: TargetView, communicator: string): readonly Problem[] {
  if (communicator !== 'ssh' && communicator !== 'winrm') return [];
  const foreign = communicator === 'ssh' ? 'winrm' : 'ssh';
  const names = logins.map((name) => `${foreign}_${name}`).filter((name) => isGiven(body, name));
  const first = attributeOf(body, names[0] ?? '');
  if (!first) return [];
  const hasOwn = isGiven(body, `${communicator}_username`);
  const isLegacyAzure = type.startsWith('azure-') && !attributeOf(body, 'communicator');
  const severity = hasOwn || isLegacyAzure ? ('low' as const) : ('high' as const);
  const at = nameRange(first);
  const listed = names.join(', ');
  if (foreign === 'ssh') {
    return [{ at, message: 'ssh', sub: 'ssh', severity, data: { names: listed } }];
  }
  const fix = hasOwn || attributeOf(body, 'communicator') ? [] : insertAfter(first, 'communicator = "winrm"');
  return [{ at, message: 'winrm', sub: 'winrm', severity, data: { communicator, names: listed }, fix }];
}

/** Set to something in this run, or written so that only a run knows to what. */
function isGiven(body: Body, name: string): boolean {
  const attribute = attributeOf(body, name);
  if (!attribute || attribute.expression.kind === 'conditional') return false;
  return isSet(body, name) || attribute.value.state === 'unknown';
}

const guestSteps =
  /^(shell|file|powershell|windows-shell|windows-restart|windows-update|ansible|ansible-local|puppet-.*|chef-.*|salt-masterless|goss|inspec|hcp-sbom)$/;

function foreignStep({ body, name }: TargetView, step: Component, communicator: string): Problem | undefined {
  const { type } = step;
  const at = startOf(step);
  if (communicator === 'none') {
    return guestSteps.test(type) ? { at, message: 'none', sub: 'none', data: { type } } : undefined;
  }
  if (attributeOf(step.body, 'override')) return undefined;
  if (communicator === 'winrm' && type === 'shell') return { at, message: 'shell', sub: 'shell' };
  const isForWindows = /^(powershell|windows-.*)$/.test(type) && !isSet(step.body, 'use_pwsh');
  if (communicator === 'ssh' && isForWindows && isLinux(body)) {
    return { at, message: 'windows', sub: 'windows', data: { type, name } };
  }
  return undefined;
}
