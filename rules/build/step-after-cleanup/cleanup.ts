import { commandsIn, type Script } from 'packer-hybrid/rules';
import type { Step } from '../_shared/steps.ts';

/** What a step does that has to be the last thing: `final` means that nobody can log in afterwards. */
export interface Cleanup {
  readonly what: string;
  readonly isFinal: boolean;
  /** It only makes the image smaller. */
  readonly isLight: boolean;
}

const zeros = 'filling the disk with zeros';
const patterns: readonly (readonly [RegExp, string, boolean])[] = [
  [/\bwaagent\b[^\n]*-deprovision/i, 'waagent -deprovision', true],
  [/sysprep[^\n]*[/-]generalize/i, 'sysprep /generalize', true],
  [/\bcloud-init\s[^\n]*clean\b/, 'cloud-init clean', false],
  [/truncate[^\n]*\/etc\/machine-id|>\s*\/etc\/machine-id/, 'emptying /etc/machine-id', false],
  [/\brm\b[^\n]*\/etc\/ssh\/ssh_host_/, 'removing the SSH host keys', false],
  [/\bdd\b[^\n]*if=\/dev\/zero/, zeros, false],
];

/** The clean-up that a step does, the gravest first. */
export function cleanupOf({ scripts }: Step): Cleanup | undefined {
  const texts = scripts.flatMap((script) => commandTexts(script));
  const found = patterns.find(([pattern]) => texts.some((text) => pattern.test(text)));
  return found && { what: found[1], isFinal: found[2], isLight: found[1] === zeros };
}

/** Without comments; in a form that is no shell's, the lines themselves. */
function commandTexts(script: Script): readonly string[] {
  const commands = commandsIn(script).map(({ text }) => text);
  return script.shell === 'sh' ? commands : script.lines.map(({ text }) => text);
}

/** Commands that leave a cleaned machine clean. */
const harmless =
  /^(?:|:|\[|\[\[|cat|cd|date|dd|df|du|echo|exit|export|find|fstrim|history|if|ls|poweroff|printf|reboot|rm|rmdir|set|shutdown|sleep|sync|systemctl|test|touch|true|truncate|unset|cloud-init|waagent|userdel|passwd|shred|swapoff|journalctl|logrotate|apt-get|apt|yum|dnf)$/;

/** Whether all that a step does is known and leaves the machine as clean as it was. */
export function isHarmless({ component, scripts }: Step): boolean {
  if (component.type !== 'shell' || scripts.length === 0) return false;
  return scripts
    .flatMap((script) => commandsIn(script))
    .every(
      ({ name, words }) =>
        harmless.test(name) &&
        !(
          /^(?:apt|apt-get|yum|dnf)$/.test(name) && !words.some((word) => /clean|autoremove|purge/.test(word))
        ),
    );
}
