import { type Command, commandsIn, type Script, type SourceRange } from 'packer-hybrid/rules';

type Leftover = { readonly at: SourceRange } & (
  | { readonly id: 'always-fails' | 'failure-hidden' }
  | { readonly id: 'long-sleep'; readonly data: { readonly command: string; readonly minutes: number } }
);

/** Commands whose failure often means that there was nothing to do. */
const bestEffort =
  /^(?:rm|rmdir|systemctl|service|umount|swapoff|swapon|fstrim|sync|killall|pkill|kill|userdel|groupdel|dd|history|test|\[|\[\[|grep|find|dracut|modprobe|setenforce|ufw|cloud-init|zypper|updatedb|shred|chage|mkdir|curl|wget)$/;
const long = 600;

/** What a script holds that only helps to hunt errors. */
export function leftoverIn(script: Script): Leftover | undefined {
  const commands = commandsIn(script).filter(({ nested }) => !nested);
  const sleeping = commands.find((command) => pauseOf(command) >= long);
  if (sleeping) {
    const minutes = Math.round(pauseOf(sleeping) / 60);
    const data = { command: sleeping.text, minutes };
    return Number.isFinite(minutes) ? { id: 'long-sleep', at: sleeping.range, data } : undefined;
  }
  const [first, second] = commands;
  if (!first || script.origin !== 'inline') return undefined;
  const fails = commands.length === 1 && first.name === 'exit' && /^[1-9]\d*$/.test(first.words[1] ?? '');
  if (fails) return { id: 'always-fails', at: first.range };
  const isHidden = commands.length === 2 && second?.joint === '||' && /^(?:true|:)$/.test(second.name);
  return isHidden && !bestEffort.test(first.name) ? { id: 'failure-hidden', at: first.range } : undefined;
}

const units: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86400 };

/** Seconds that a command waits for; 0 for all that do not wait. */
function pauseOf({ name, words }: Command): number {
  if (name !== 'sleep' && name !== 'start-sleep') return 0;
  const written = words.slice(1).filter((word) => !/^-(?:s|seconds)$/i.test(word));
  const match = /^(\d+(?:\.\d+)?)([smhd]?)$/.exec(written[0] ?? '');
  return match ? Number(match[1]) * (units[match[2] ?? ''] ?? 1) : 0;
}
