import { commandsIn, type Script } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';

/** The agent of Azure, asked to forget the machine. */
export function deprovisionProblems(script: Script): readonly Problem<'not-forced' | 'user-kept'>[] {
  const commands = commandsIn(script);
  const removesUser = commands.some(({ name }) => name === 'userdel' || name === 'deluser');
  return commands.flatMap(({ name, words, range: at }) => {
    if (name !== 'waagent') return [];
    const options = words.map((word) => word.replace(/^-+/, ''));
    const deprovision = options.find((word) => word.startsWith('deprovision'));
    if (deprovision === undefined) return [];
    return [
      ...(options.includes('force') ? [] : [{ id: 'not-forced' as const, at }]),
      ...(deprovision === 'deprovision+user' || removesUser ? [] : [{ id: 'user-kept' as const, at }]),
    ];
  });
}
