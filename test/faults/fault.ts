import type { RunRecord } from '../../core/schema/index.ts';
import type { RunningCli } from '../support/cli.ts';
import type { BusyboxGuest } from '../support/guest/busybox-guest.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';
import type { TestPacker } from '../toolchain/toolchain.ts';

/** What is done about a failure without a person; `none` when it is handed over at once. */
export type FaultAction =
  | 'none'
  | 'retry'
  | 'retry-backoff'
  | 'increase-timeout'
  | 'init-plugins'
  | 'purge-cache'
  | 'remove-leftovers'
  | 'reduce-parallelism'
  | 'switch-size'
  | 'refresh-credentials';

/** How it ended: the image was built after all, a person has it now, or a person stopped it. */
export type FaultOutcome = 'recovered' | 'escalated' | 'interrupted';

/** What a fault cannot do without; the runner skips it with the reason where one is missing. */
export type FaultNeed =
  | 'guest'
  | 'root'
  | 'mounts'
  | 'networks'
  | 'vcenter'
  | 'plugins'
  | `program:${string}`;

/** What must come of a fault. */
export interface FaultExpectation {
  /** The check, rule or error that keeps the build from beginning; without it the failed build's best diagnosis counts. */
  readonly refusedBy?: string;
  readonly action: FaultAction;
  /** What is done on the way to that action. */
  readonly also?: readonly FaultAction[];
  readonly outcome: FaultOutcome;
  readonly exitCode: 0 | 1 | 2 | 3 | 130;
  /** How often Packer was asked to build. */
  readonly attempts: number;
  /** It stays whatever is done, so that the action is tried in vain and a person has to know. */
  readonly lasting?: true;
}

/** What the runner offers to a fault; everything that is opened here ends with the fault. */
export interface FaultContext {
  readonly workspace: TestWorkspace;
  /** A folder beside the workspace, for what the fault itself needs. */
  readonly outside: string;
  readonly packer: TestPacker;
  /** The guest of QEMU builds; only there when the fault needs `guest`. */
  readonly guest: BusyboxGuest;
  /** The vCenter simulator's program; only there when the fault needs `vcenter`. */
  readonly vcenter: string;
  /** Calls this when the fault is over, last first. */
  onEnd(end: () => Promise<unknown> | unknown): void;
}

/** A build under way that a fault can act on. */
export interface BuildUnderWay {
  readonly cli: RunningCli;
  /** Waits for the nth event that looks like this in the run's event file; fails when the run ends before. */
  event(pattern: RegExp, nth?: number): Promise<void>;
  /** Processes of the run whose command line looks like this. */
  processes(pattern: RegExp): readonly number[];
}

/** A workspace that will fail, and what happens to it on the way. */
export interface Injection {
  readonly files: Readonly<Record<string, string>>;
  /** Over the runner's own configuration: one more attempt, hardly a wait. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Configuration as a module, where plain data does not do; replaces `config`. */
  readonly configModule?: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** A command that prepares something and then becomes the command line, which follows as its arguments. */
  readonly within?: readonly string[];
  readonly uid?: number;
  /** Goes on beside the build. */
  during?(build: BuildUnderWay): Promise<void>;
  /** Files of the workspace that a build may make or change, besides logs, state and artifacts; as their paths begin. */
  readonly makes?: readonly string[];
  /** Looks at the record for what only this fault can get wrong; throws when it did. */
  check?(record: RunRecord): void | Promise<void>;
}

/** One fault on a real build, found by its file's name. */
export interface Fault {
  readonly name: string;
  /** What is done to the build, in one sentence. */
  readonly what: string;
  /** What must be named as the cause. */
  readonly cause: string;
  readonly needs: readonly FaultNeed[];
  /** Which Packers it is tried with: the one with built-in plugins, the newest, or each; the newest unless told. */
  readonly packers?: 'built-in' | 'newest' | 'each';
  /** Part of `npm test`; the others only of `npm run test:faults`. */
  readonly quick?: true;
  readonly expects: FaultExpectation;
  inject(ctx: FaultContext): Injection | Promise<Injection>;
}
