import type {
  Artifact,
  BuildContext,
  Check,
  CommandResult,
  Diagnosis,
  Finding,
  HookName,
  Plugin,
  PluginApi,
  Publication,
  RunEvent,
  RunRecord,
  Settings,
  ValidationEvidence,
} from '../index.ts';

/** What a plugin is tried with. Everything but the hook and the files has a default. */
export interface Scenario {
  /** The run goes on until this hook was called; stages before it run too. */
  readonly hook: HookName;
  /** Files of the workspace by their path; templates among them are found as in real life. */
  readonly files: Readonly<Record<string, string>>;
  /** The environment of the run: a value of undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly settings?: SettingsChanges;
  /** Targets that are meant, by Packer's names or target ids; all of them unless told. */
  readonly only?: readonly string[];
  /** Other plugins, such as one that provides a service. */
  readonly plugins?: readonly Plugin[];
  /** Stands in for a build engine; without it every build succeeds and makes nothing. */
  readonly build?: StandInBuild;
  readonly signal?: AbortSignal;
  /** A workspace that the caller owns; without it one is made and removed again. */
  readonly root?: string;
}

/** Settings that differ from the defaults of a test. */
export type SettingsChanges = {
  readonly [K in keyof Settings]?: Settings[K] extends readonly unknown[]
    ? Settings[K]
    : Partial<Settings[K]>;
};

/** Answers as a build engine would, with whatever part of the result matters. */
export type StandInBuild = (
  context: BuildContext,
  api: PluginApi<undefined>,
) => Promise<Partial<CommandResult> | void> | Partial<CommandResult> | void;

/** What came of it. */
export interface Outcome {
  readonly record: RunRecord;
  readonly events: readonly RunEvent[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  readonly results: readonly CommandResult[];
  readonly artifacts: readonly Artifact[];
  readonly diagnoses: readonly Diagnosis[];
  readonly evidence: readonly ValidationEvidence[];
  readonly publications: readonly Publication[];
  /** Texts of the `note` events. */
  readonly notes: readonly string[];
  /** Why plugins failed, attributed by the pipeline. */
  readonly failures: RunRecord['failures'];
}
