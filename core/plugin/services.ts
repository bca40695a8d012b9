import type { Template } from '../language/index.ts';
import type { Processes, ProcessResult } from '../process/process-result.ts';
import type { Artifact, CheckInput, CommandResult, Target } from '../schema/index.ts';
import type { WorkspaceFolders } from '../state/paths.ts';
import type { RunContext, TargetContext } from './context.ts';

/** A finished image that runs again, from a throw-away copy of its disk. */
export interface Guest {
  readonly bootMs: number;
  /** Runs a command inside the guest over SSH. */
  exec(
    command: string,
    options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
  ): Promise<ProcessResult>;
  stop(): Promise<void>;
}

/** Boots artifacts of one platform; absent where a platform cannot do that. */
export interface GuestBooter {
  boot(request: GuestRequest): Promise<Guest>;
}
/** Which image to boot; the guest ends with the signal of the context at the latest. */
export interface GuestRequest {
  readonly context: TargetContext;
  readonly artifact: Artifact;
}

/** Values that a platform can give to a template which declares a variable of that name, such as `accelerator`. */
export interface VariableProvider {
  /** What decides the values, quick to compute and without making anything: it counts as an input of the build. */
  fingerprint(target: Target, context: RunContext): Promise<string | undefined>;
  /** Makes what the values name (a base image, say) and gives them; values that the user set win. */
  resolve(context: TargetContext): Promise<Readonly<Record<string, string>>>;
  /**
   * What Packer finds in its environment, in `validate` and `build`: names that the vendor's own Packer plugin reads, and
   * secrets as `PKR_VAR_…`. It never becomes an argument, is masked by whoever provides it, and gives way to the user's.
   */
  environment?(target: Target, context: RunContext): Promise<Readonly<Record<string, string>>>;
}

/** Knows the machines of a platform that a run made, by the mark of the run that they bear. */
export interface Leftovers {
  /** Where machines bear a mark only if the template sees to it; absent where each of them does. */
  readonly mark?: TemplateMark;
  /** Machines of a run that is over; only such as provably bear its mark. */
  find(request: LeftoverRequest): Promise<readonly LeftoverMachine[]>;
}
/** How a template lets its machines bear the mark of their run. */
export interface TemplateMark {
  /** Whether the machines of this target will bear it, at the place where they will be looked for. */
  isPut(template: Template, target: Target): boolean;
  /** What to add where that is not so, in full sentences. */
  readonly remedy: string;
}
/** The run that was killed, and what may be used to look for what it left. */
export interface LeftoverRequest {
  /** The name of the run: what machines were tagged with. */
  readonly run: string;
  /** The slugs of the targets that it was building on the platform, their machines marked: what it had finished is not asked for. */
  readonly targets: readonly string[];
  readonly workspace: WorkspaceFolders;
  readonly processes: Processes;
  readonly signal: AbortSignal;
}
/** A machine that a killed run left. */
export interface LeftoverMachine {
  /** For people, such as `QEMU machine debian.qcow2`. */
  readonly what: string;
  /** The process that is this machine, where it is one of this computer: it is ended as every other process of the run. */
  readonly pid?: number;
  /** Destroys it, after looking once more whose it is; absent where a process is all there is of it. */
  remove?(signal: AbortSignal): Promise<void>;
}

/** A program that a plugin needs, with the packages that bring it, by package manager. */
export interface ProgramNeed {
  readonly program: string;
  /** Completes "it is needed …", such as `to run ansible provisioners`. */
  readonly why: string;
  readonly packages: Readonly<
    Partial<Record<'apt' | 'dnf' | 'brew' | 'zypper' | 'apk' | 'pacman', readonly string[]>>
  >;
}

/** Finds programs; installs them when the settings allow it, else says the exact command for this system. */
export interface Toolchain {
  /** One check per need, `ok` when the program is there in the end. */
  ensure(needs: readonly ProgramNeed[], context: RunContext): Promise<readonly CheckInput[]>;
  /** The command that would install these packages here, such as `apt-get install -y packer`. */
  installCommand(needs: readonly ProgramNeed[]): Promise<string>;
}

/** Packer's other commands, for one target's template; each answers with the same object as a build. */
export interface PackerCommands {
  init(context: TargetContext): Promise<CommandResult>;
  fmt(context: TargetContext): Promise<CommandResult>;
  validate(context: TargetContext): Promise<CommandResult>;
  inspect(context: TargetContext): Promise<CommandResult>;
  /** The version in use, or undefined where none was found. */
  version(context: RunContext): Promise<string | undefined>;
}

/** The images that were downloaded for builds, as far as they are cached. */
export interface IsoCache {
  /** Removes the cached copies of the images of this target's source, and nothing else; answers with their paths. */
  purge(context: TargetContext): Promise<readonly string[]>;
}

/**
 * Services that plugins offer each other, by name. Extend it where you provide one:
 * `declare module 'packer-hybrid' { interface PluginServices { vault: VaultClient } }`.
 */
export interface PluginServices {
  readonly toolchain: Toolchain;
  readonly packer: PackerCommands;
  readonly isoCache: IsoCache;
  /** `guests/<platform>` */
  readonly [guests: `guests/${string}`]: GuestBooter;
  /** `leftovers/<platform>` */
  readonly [leftovers: `leftovers/${string}`]: Leftovers;
  /** `variables/<platform>` */
  readonly [variables: `variables/${string}`]: VariableProvider;
}

export type ServiceName = keyof PluginServices & string;
