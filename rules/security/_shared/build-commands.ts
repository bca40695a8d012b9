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
  /** What the same build runs after that command. */
  after(command: BuildCommand): readonly BuildCommand[];
}

/** An empty collection; what runs on the host, such as `shell-local`, stays out. */
export function buildCommands(): BuildCommands {
  const found: BuildCommand[] = [];
  return {
    script(script) {
      if (!runsInGuest(script)) return;
      const order = 'component' in script.owner ? script.owner.index : Number.POSITIVE_INFINITY;
      const { build } = script.owner;
      for (const command of commandsIn(script)) found.push({ command, script, build, order });
    },
    all: () => found,
    after: (command) => {
      const place = found.indexOf(command);
      return found.filter(
        ({ build, order }, index) =>
          build === command.build &&
          build !== undefined &&
          (order > command.order || (order === command.order && index > place)),
      );
    },
  };
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
