import type { SuggestedCommand } from '../escalation-report.ts';
import type { CommandFacts } from './command-facts.ts';
import { generalLooks } from './general-looks.ts';
import type { Look } from './look.ts';
import { platformLooks } from './platform-looks.ts';
import { shellWord } from './shell-word.ts';

/** What to type next: look first, then correct, then go on where it stopped. */
export function commandsFor(facts: CommandFacts): SuggestedCommand[] {
  const { platform } = facts.target.target;
  const looks = [
    ...generalLooks,
    ...(Object.hasOwn(platformLooks, platform) ? (platformLooks[platform] ?? []) : []),
  ];
  return [
    ...diagnosing(facts),
    ...(facts.target.attempts > 0 ? looks.flatMap((look) => lookedAt(look, facts)) : []),
    ...inside(facts),
    ...leftovers(facts),
    again(facts),
  ];
}

function lookedAt({ causes, command, why }: Look, facts: CommandFacts): SuggestedCommand[] {
  if (causes && !causes.some((cause) => facts.causes.includes(cause))) return [];
  const line = command(facts);
  return line === undefined || line === '' ? [] : [{ command: line, why }];
}

function diagnosing({ target, log, template, run }: CommandFacts): SuggestedCommand[] {
  if (target.attempts === 0 || target.result?.exit_code === 0) {
    return [{ command: `packer-hybrid inspect ${run}`, why: 'What became of the run.' }];
  }
  const where = shellWord(template.path);
  return [
    {
      command: `packer-hybrid diagnose ${log} --template ${where}`,
      why: 'Reads the whole log once more, and names the attribute to change.',
    },
  ];
}

/** Only a machine that is still there can be looked into. */
function inside({ target, classes, template }: CommandFacts): SuggestedCommand[] {
  const isBuilt = target.result?.exit_code === 0;
  const isInside = classes.length === 0 || classes.some((one) => one === 'guest' || one === 'provisioner');
  if (target.attempts === 0 || isBuilt || !isInside || target.target.source.type === 'null') return [];
  const only = shellWord(target.target.packer_name);
  return [
    {
      command: `PACKER_LOG=1 packer build -on-error=ask -only=${only} ${shellWord(template.path)}`,
      why: 'Builds once more and keeps the machine when a step fails, so that you can log in and look. Answer "c" to have it removed.',
    },
  ];
}

function leftovers({ target, causes }: CommandFacts): SuggestedCommand[] {
  const { result } = target;
  const wasKilled = result !== null && result.exit_code !== 0 && result.packer_exit_code === null;
  const isSuspect = causes.some((cause) => suspects.includes(cause));
  if (!wasKilled && !isSuspect) return [];
  return [
    {
      command: 'packer-hybrid reap --dry-run',
      why: 'Whether a machine, a process or a folder was left behind; without --dry-run it is removed.',
    },
  ];
}

const suspects = [
  ...['plugin-crash', 'user-cancelled', 'api-connection-failed', 'artifact-already-exists', 'output-exists'],
  ...['cloud-transient-error', 'artifact-finalize-failed', 'shutdown-timeout'],
];

function again({ target, run }: CommandFacts): SuggestedCommand {
  const only = `--only ${shellWord(target.target.id)}`;
  if (target.result?.exit_code !== 0)
    return { command: `packer-hybrid run ${only}`, why: 'When it is corrected: builds this target alone.' };
  const stage = target.reached === 'validate' ? 'publish' : 'validate';
  return {
    command: `packer-hybrid run ${only} --from ${stage} --run ${run}`,
    why: `When it is corrected: goes on at ${stage}; the image is built and is not built again.`,
  };
}
