import {
  type Build,
  type ComponentView,
  componentApplies,
  defineRule,
  type Script,
} from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { deprovisionProblems } from './deprovision.ts';
import { sysprepProblems } from './sysprep.ts';

export default defineRule({
  id: 'build/azure-sysprep-command',
  meta: {
    summary:
      'The command that generalizes an image for Azure stops the machine too early or does too little.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.8,
    remedy: 'Run sysprep with /oobe /generalize /quit /quiet /mode:vm and wait until its work is done.',
    example:
      'inline = ["& $env:SystemRoot\\\\System32\\\\Sysprep\\\\Sysprep.exe /oobe /generalize /quiet /quit /mode:vm"]',
    recommended: true,
  },
  messages: {
    shutdown:
      'sysprep is told {option}: the machine goes away while WinRM still runs the step. The plugin stops it by itself after /quit.',
    option: 'sysprep is not told {option}.',
    'mode-vm': 'sysprep is not told /mode:vm: it looks for hardware again, which takes longer.',
    'no-wait':
      'Nothing waits until sysprep is done (IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE): the image is taken too early.',
    'agent-wait':
      'Nothing waits for the agents RdAgent and WindowsAzureGuestAgent before sysprep: they may not be installed yet.',
    'not-forced': 'waagent asks before it deprovisions, and nobody answers: it needs "-force".',
    'user-kept': 'waagent keeps the user of the build: "-deprovision+user" removes it.',
    'system-root': '"$Env:SystemRoot" is C:\\Windows already: the path "{path}" does not exist.',
  },
  subs: {
    shutdown: 'sysprep that stops the machine itself',
    option: 'sysprep without an option that it needs',
    'mode-vm': 'sysprep without its mode for virtual machines',
    'no-wait': 'no wait until sysprep is done',
    'agent-wait': 'no wait for the agents before sysprep',
    'not-forced': 'waagent that asks',
    'user-kept': 'waagent that keeps the user',
    'system-root': 'folder of Windows named twice',
  },
  create({ report }) {
    const scripts: { readonly script: Script; readonly build: Build }[] = [];
    const texts = new Map<Build, string>();

    return {
      script(script) {
        const { owner } = script;
        if (!('component' in owner) || !runsOnAzure(owner)) return;
        const text = script.lines.map((line) => line.text).join('\n');
        texts.set(owner.build, `${texts.get(owner.build) ?? ''}\n${text}`);
        scripts.push({ script, build: owner.build });
      },
      end() {
        for (const { script, build } of scripts) {
          const all = texts.get(build) ?? '';
          reportProblems(report, [...sysprepProblems(script, all), ...deprovisionProblems(script)]);
        }
      },
    };
  },
});

/** The source may be declared elsewhere: what the build says of it is enough. */
function runsOnAzure({ component, build, sources }: ComponentView): boolean {
  if (sources.length > 0) return sources.some(({ type }) => type === 'azure-arm');
  return build.sources.some(
    ({ type, alias }) => type === 'azure-arm' && componentApplies(component, `${type}.${alias}`),
  );
}
