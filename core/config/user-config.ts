import type {
  EnvironmentReference,
  HookName,
  Plugin,
  PolicySettings,
  ToolchainSettings,
} from '../plugin/index.ts';
import type { RuleSettings } from '../rules/selection/rule-settings.ts';
import type { FailureClass, RecoveryMode } from '../schema/index.ts';

/** A value, or where in the environment it stands. */
export type Configurable<T> = T | EnvironmentReference;
type Text = Configurable<string>;
type Count = Configurable<number>;
type Switch = Configurable<boolean>;

/** Values of a template's variables; numbers, lists and objects are handed over as JSON. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** Values that templates are built with. */
export interface TemplateValues {
  readonly vars?: VariableValues;
  /** Values that only travel through the environment and are masked everywhere. */
  readonly secrets?: VariableValues;
  /** Paths relative to the configuration file. */
  readonly varFiles?: readonly Text[];
}

export interface UserTemplate extends TemplateValues {
  /** A directory, a file, or a glob, relative to the configuration file. */
  readonly path: Text;
  readonly os?: Configurable<'linux' | 'windows' | 'other'>;
  /** Where Packer is started: in the template's own folder, or in the workspace root. */
  readonly cwd?: Configurable<'template' | 'workspace'>;
}

export interface UserConcurrency {
  readonly total?: Count;
  readonly platforms?: Readonly<Record<string, Count>>;
  readonly hosts?: Readonly<Record<string, Count>>;
}

export interface UserRetry {
  readonly attempts?: Count;
  /** Seconds. */
  readonly wait?: Count;
}

export interface UserIgnoredFailure {
  readonly cause?: Text;
  /** A regular expression for what the failure says. */
  readonly message?: Text;
  readonly targets?: readonly Text[];
  readonly reason: Text;
}

export interface UserRecovery {
  readonly policy?: Readonly<Partial<Record<FailureClass, Configurable<RecoveryMode>>>>;
  readonly budget?: { readonly minutesPerTarget?: Count; readonly minutesPerRun?: Count };
  readonly breaker?: Count;
  /** Seconds. */
  readonly maxWait?: Count;
  readonly timeouts?: { readonly factor?: Count; readonly ceilingMinutes?: Count };
  readonly approved?: Readonly<Record<string, readonly Text[]>>;
  readonly credentials?: Readonly<Record<string, { readonly command: readonly Text[] }>>;
  readonly ignore?: readonly UserIgnoredFailure[];
  readonly stall?: { readonly minutes?: Count; readonly factor?: Count; readonly abort?: Switch };
}

export interface UserPolicy {
  readonly gate?: Configurable<PolicySettings['gate']>;
  readonly deadlines?: Readonly<Partial<Record<HookName, Count>>>;
  readonly onError?: Configurable<PolicySettings['onError']>;
  readonly force?: Switch;
  readonly useCache?: Switch;
  readonly retention?: { readonly days?: Count; readonly runs?: Count; readonly logBytes?: Count };
}

export interface UserToolchain {
  readonly packer?: Text;
  readonly path?: Text;
  readonly install?: Configurable<ToolchainSettings['install']>;
  readonly mirror?: Text;
}

/** Folders relative to the configuration file. */
export interface UserWorkspace {
  readonly configs?: Text;
  readonly artifacts?: Text;
  readonly logs?: Text;
  readonly state?: Text;
  readonly cache?: Text;
}

/** What an environment can say differently. */
export interface UserSettings {
  readonly templates?: readonly (Text | UserTemplate)[];
  readonly rules?: RuleSettings;
  readonly concurrency?: UserConcurrency;
  readonly retry?: UserRetry;
  readonly recovery?: UserRecovery;
  readonly policy?: UserPolicy;
  readonly toolchain?: UserToolchain;
}

/** One environment: laid over the rest of the configuration; its values go to every template. */
export interface UserEnvironment extends UserSettings, TemplateValues {}

/** What stands in `packer-hybrid.config.ts`. */
export interface UserConfig extends UserSettings {
  readonly environments?: Readonly<Record<string, UserEnvironment>>;
  /** Falsy entries are left out, so that `ci && plugin()` works. */
  readonly plugins?: readonly (Plugin | false | null | undefined)[];
  readonly workspace?: UserWorkspace;
}

/** What a configuration that is a function is told. */
export interface ConfigRequest {
  /** The environment that was chosen. */
  readonly env: string;
  readonly ci: boolean;
  readonly command: string;
}
export type ConfigFunction = (request: ConfigRequest) => UserConfig | Promise<UserConfig>;
