import { type Command, commandsIn, type Script } from 'packer-hybrid/rules';

/** Commands that restart the machine while the step is still running. */
export function reboots(script: Script): readonly Command[] {
  return commandsIn(script).filter((command) => restarts(command) && !isInBackground(script, command));
}

function restarts({ name, words, prefixes }: Command): boolean {
  const args = words.slice(1);
  // In a chroot or on another machine it is not this one that restarts.
  if (prefixes.some(([prefix]) => /^(?:chroot|ssh|curtin)$/.test(prefix ?? ''))) return false;
  switch (name) {
    case 'reboot':
      return !args.some((word) => /^--?(?:h|help|version|w|wtmp-only)$/.test(word));
    case 'shutdown':
      return (
        args.some((word) => /^-[a-z]*r|^--reboot$/i.test(word)) &&
        !args.some((word) => /^\+0*[1-9]/.test(word))
      );
    case 'systemctl':
      return args.find((word) => !word.startsWith('-')) === 'reboot';
    case 'init':
    case 'telinit':
      return args[0] === '6';
    case 'restart-computer':
      return true;
    default:
      return false;
  }
}

/** `reboot &`, `(sleep 5; reboot) &`, `nohup sh -c '…' &`: the step ends before the machine does. */
function isInBackground({ lines }: Script, { text }: Command): boolean {
  const line = lines.find((candidate) => candidate.text.includes(text))?.text ?? '';
  const rest = line.slice(line.indexOf(text) + text.length).replaceAll(/\d*>&\d|&>/g, '');
  return /^[^&|]*&(?!&)/.test(rest);
}
