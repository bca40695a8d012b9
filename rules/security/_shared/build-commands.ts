import { type Build, type Command, type ComponentView, commandsIn, type Script } from 'packer-hybrid/rules';

/** A command that runs in the machine under construction. */
export interface BuildCommand {
  readonly command: Command;
  readonly script: Script;
  readonly build: Build | undefined;
  /** Its provisioner's place in the build; commands of the source come behind all of them. */
  readonly order: number;
}

/** Collects the commands of all builds while a template is walked. */
export interface BuildCommands {
  script(script: Script): void;
  /** In the order in which the scripts were seen. */
  all(): readonly BuildCommand[];
  /** Those of one build, in the order in which they run. */
  of(build: Build): readonly BuildCommand[];
  /** What the same build runs after that command. */
  after(command: BuildCommand): readonly BuildCommand[];
}

/** An empty collection; what runs on the host, such as `shell-local`, stays out. With a test it keeps what passes it. */
export function buildCommands(keeps: (command: Command) => boolean = () => true): BuildCommands {
  const found: BuildCommand[] = [];
  const sorted = new Map<Build, readonly BuildCommand[]>();
  const of = (build: Build) => {
    const known = sorted.get(build) ?? inOrder(found.filter((one) => one.build === build));
    sorted.set(build, known);
    return known;
  };
  return {
    script(script) {
      if (!runsInGuest(script)) return;
      const order = 'component' in script.owner ? script.owner.index : Number.POSITIVE_INFINITY;
      const { build } = script.owner;
      for (const command of commandsIn(script)) {
        if (keeps(command)) found.push({ command, script, build, order });
      }
    },
    all: () => found,
    of,
    after: (command) => {
      if (!command.build) return [];
      const all = of(command.build);
      return all.slice(all.indexOf(command) + 1);
    },
  };
}

function inOrder(commands: readonly BuildCommand[]): readonly BuildCommand[] {
  return commands.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order));
}

/** Whether the script runs in the machine that is built. */
export function runsInGuest({ owner }: Script): boolean {
  if (!('component' in owner)) return true;
  return owner.component.type !== 'shell-local' && !isPostProcessor(owner);
}

function isPostProcessor({ component, build }: ComponentView): boolean {
  return build.postProcessors.includes(component);
}

/** Provisioners whose work is described elsewhere, so that nobody can tell what they undo. */
export function hasUnreadSteps(build: Build | undefined, from = -1): boolean {
  return (build?.provisioners ?? []).some(
    ({ type }, index) =>
      index > from && /^(ansible|ansible-local|puppet|chef|salt|inspec|converge)/.test(type),
  );
}
