import {
  attributeOf,
  type Body,
  type ComponentView,
  defineRule,
  type Report,
  settingOf,
  startOf,
} from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { durationOf } from '../_shared/duration.ts';
import { isSet, isUnset, numberOf, textOf } from '../_shared/settings.ts';

const messages = {
  elevated: '"elevated_password" is set without "elevated_user", and Packer refuses one without the other.',
  policy: 'PowerShell knows no execution policy "{value}"; it knows {allowed}.',
  debug: '"debug_mode" goes from 0 to 2.',
  never:
    'With execution_policy = "none" PowerShell only gets the path of the inline script, and never runs it.',
  restart:
    'The machine has {time} to come back, right after a step that installs updates: that often takes longer.',
} as const;

export default defineRule({
  id: 'build/powershell-options-invalid',
  meta: {
    summary: 'Options of a Windows provisioner are refused, or keep its script from running.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Add elevated_user, take a value that PowerShell knows, or give the restart more time.',
    example:
      'provisioner "powershell" {\n  elevated_user     = "SYSTEM"\n  elevated_password = ""\n  inline            = ["Get-Date"]\n}',
    recommended: true,
  },
  messages,
  subs: {
    elevated: 'a password for an elevated run without its user',
    policy: 'an execution policy that PowerShell does not have',
    debug: 'a debug mode that PowerShell does not have',
    never: 'an inline script that is never run',
    restart: 'too little time for a restart after updates',
  },
  create({ report }) {
    return {
      provisioner(view) {
        const problems =
          view.component.type === 'powershell' ? powershellProblems(view) : restartProblems(view);
        for (const problem of problems) report(problem);
      },
    };
  },
});

type Problem = Report<typeof messages>;

const policies = [
  'bypass',
  'allsigned',
  'default',
  'remotesigned',
  'restricted',
  'undefined',
  'unrestricted',
  'none',
];

function powershellProblems({ component: { body } }: ComponentView): readonly Problem[] {
  return [...elevatedProblems(body), ...valueProblems(body), ...neverRun(body)];
}

/** A password that only the build knows is set all the same, unless a condition may make it null. */
function elevatedProblems(body: Body): readonly Problem[] {
  const password = attributeOf(body, 'elevated_password');
  if (!password || !isUnset(body, 'elevated_user') || attributeOf(body, 'override')) return [];
  const { presence } = settingOf(body, 'elevated_password');
  const isFromBuild = /^build\.\w+$/.test(password.text);
  return presence === 'set' || isFromBuild ? [{ at: password, message: 'elevated', sub: 'elevated' }] : [];
}

function valueProblems(body: Body): readonly Problem[] {
  const debug = numberOf(body, 'debug_mode');
  const place = attributeOf(body, 'debug_mode');
  const isWrong = debug !== undefined && ![0, 1, 2].includes(debug);
  return [
    ...notAmong(body, 'policy', { name: 'execution_policy', allowed: policies, ignoreCase: true }).map(
      ({ at, data }): Problem => ({
        at,
        message: 'policy',
        sub: 'policy',
        data: { value: String(data?.value), allowed: policies.join(', ') },
      }),
    ),
    ...(isWrong && place ? [{ at: place.valueRange, message: 'debug' as const, sub: 'debug' }] : []),
  ];
}

function neverRun(body: Body): readonly Problem[] {
  const policy = attributeOf(body, 'execution_policy');
  const isNone = textOf(body, 'execution_policy')?.toLowerCase() === 'none';
  const hasOwnCommand = ['execute_command', 'elevated_execute_command'].some((name) => !isUnset(body, name));
  if (!policy || !isNone || hasOwnCommand || !isSet(body, 'inline')) return [];
  return [{ at: policy.valueRange, message: 'never', sub: 'never' }];
}

const updates =
  /windows-?update|PSWindowsUpdate|Install-WUUpdates|Get-WUInstall|Install-WindowsUpdate|wusa(\.exe)?\b|Install-WindowsFeature|Enable-WindowsOptionalFeature|\bdism\b.*\/(add-package|enable-feature)/i;

/** Five minutes are the default; the step before says whether that is likely to do. */
function restartProblems({ component, build, index }: ComponentView): readonly Problem[] {
  const { type, body } = component;
  if (type !== 'windows-restart') return [];
  const before = build.provisioners[index - 1];
  const isAfterUpdates =
    before !== undefined &&
    (before.type === 'windows-update' || before.body.attributes.some(({ text }) => updates.test(text)));
  if (!isAfterUpdates) return [];
  const timeout = attributeOf(body, 'restart_timeout');
  const seconds = timeout ? durationOf(body, 'restart_timeout') : 300;
  if (seconds === undefined || seconds > 300 || (timeout && seconds === 0)) return [];
  return [
    {
      at: timeout?.valueRange ?? startOf(component),
      message: 'restart',
      sub: 'restart',
      severity: 'medium',
      data: { time: timeout ? (textOf(body, 'restart_timeout') ?? '') : 'five minutes' },
    },
  ];
}
