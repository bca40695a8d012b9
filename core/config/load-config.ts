import { dirname, resolve } from 'node:path';
import { HybridError, isHybridError } from '../errors/index.ts';
import type { Plugin, Settings } from '../plugin/index.ts';
import { createSecrets } from '../process/create-secrets.ts';
import type { WorkspaceFolders } from '../state/paths.ts';
import { type CheckedDocument, checkDocument } from './check-document.ts';
import { environmentNames, requireEnvironment, wantedEnvironment } from './choose-environment.ts';
import { defaultSettings } from './default-settings.ts';
import { findConfigFile, requireFile } from './find-config-file.ts';
import { loadFile } from './load-file.ts';
import type { LoadedFile } from './loaded-file.ts';
import { mergeSettings } from './merge-settings.ts';
import { type MergedTemplate, mergeTemplates, withValues } from './merge-templates.ts';
import { type ConfigOrigin, originsOf } from './origins.ts';
import { type ConfigOverrides, overrideLayer } from './overrides.ts';
import type { Variables } from './resolve-references.ts';
import type { EnvironmentOverlay } from './schema.ts';
import { shownFile } from './shown-file.ts';
import type { ConfigRequest } from './user-config.ts';
import { workspaceFolders } from './workspace-folders.ts';

export interface LoadConfig {
  /** Where the search for a configuration begins. */
  readonly cwd: string;
  /** A configuration file to use instead of the one that would be found; relative to `cwd`. */
  readonly file?: string | undefined;
  /** The environment; `PACKER_HYBRID_ENV` names it otherwise. */
  readonly env?: string | undefined;
  readonly command: string;
  readonly ci: boolean;
  readonly overrides?: ConfigOverrides | undefined;
  /** Environment variables, those of the process unless told. */
  readonly variables?: Variables | undefined;
}

/** A configuration that can be worked with: complete, checked, and free of references. */
export interface ResolvedConfig {
  /** Absolute path, or null where there is no configuration. */
  readonly file: string | null;
  readonly workspace: WorkspaceFolders;
  readonly env: string;
  /** Names of all environments; `default` is first. */
  readonly environments: readonly string[];
  readonly settings: Settings;
  /** Undefined where the configuration names no plugins: the host's defaults apply. */
  readonly plugins: readonly Plugin[] | undefined;
  /** Values that may never be shown. */
  readonly secrets: readonly string[];
  readonly origins: readonly ConfigOrigin[];
}

async function fileFor({ cwd, file }: LoadConfig): Promise<string | undefined> {
  if (file === undefined) return await findConfigFile(cwd);
  const path = resolve(cwd, file);
  await requireFile(path);
  return path;
}

function throwProblems(file: string | undefined, problems: CheckedDocument['problems']): void {
  if (problems.length === 0) return;
  throw new HybridError('PH_CONFIG_INVALID', {
    file: file ? shownFile(file) : 'The configuration',
    problems,
  });
}

/** Templates that are found by looking take the environment's values too, so they have to be looked for here. */
async function discovered(root: string, environment: EnvironmentOverlay): Promise<readonly MergedTemplate[]> {
  const { vars = {}, secrets = {}, varFiles = [] } = environment;
  if (Object.keys({ ...vars, ...secrets }).length === 0 && varFiles.length === 0) return [];
  try {
    const { findTemplates } = await import('../language/index.ts');
    const found = await findTemplates({ root, settings: [] });
    return found.map(({ path }, index) => ({
      setting: withValues({ path }, environment),
      source: { layer: 'discovery' as const, index, written: undefined },
    }));
  } catch (error) {
    // Whoever needs templates looks again and says that there are none.
    if (isHybridError(error) && error.code === 'PH_TEMPLATE_MISSING') return [];
    throw error;
  }
}

/** A program on PATH stays a name; a path counts from the workspace root. */
function withProgramPath(settings: Settings, root: string): Settings {
  const { toolchain } = settings;
  if (toolchain.path === undefined || !/[\\/]/.test(toolchain.path)) return settings;
  return { ...settings, toolchain: { ...toolchain, path: resolve(root, toolchain.path) } };
}

interface Loaded {
  readonly file: string | undefined;
  readonly root: string;
  readonly environmentName: string;
  readonly loaded: LoadedFile | undefined;
  readonly checked: CheckedDocument;
  readonly workspace: WorkspaceFolders;
  readonly environments: readonly string[];
}

async function read(options: LoadConfig): Promise<Loaded> {
  const { cwd, command, ci, variables = process.env } = options;
  const file = await fileFor(options);
  const root = file === undefined ? resolve(cwd) : dirname(file);
  const environmentName = wantedEnvironment(options.env, variables.PACKER_HYBRID_ENV);
  const request: ConfigRequest = { env: environmentName, ci, command };
  const loaded = file === undefined ? undefined : await loadFile(file, request);
  const environments = environmentNames(loaded?.value);
  requireEnvironment(environmentName, environments);

  const checked = checkDocument(loaded ? loaded.value : {}, { environment: environmentName, variables });
  const { folders: workspace, problems } = workspaceFolders(root, checked.document.workspace);
  throwProblems(file, [...checked.problems, ...problems]);
  return { file, root, environmentName, loaded, checked, workspace, environments };
}

async function templatesOf({ root, checked }: Loaded, environment: EnvironmentOverlay, options: LoadConfig) {
  const { cwd, overrides = {} } = options;
  const { document } = checked;
  const templates = mergeTemplates({ root, cwd, document, environment, named: overrides.templates });
  return templates.length > 0 ? templates : await discovered(root, environment);
}

/** Finds, reads, checks and completes the configuration that holds in a folder. */
export async function loadConfig(options: LoadConfig): Promise<ResolvedConfig> {
  const loaded = await read(options);
  const { file = null, root, environmentName, checked, workspace, environments } = loaded;
  const { document, plugins, references } = checked;
  const environment = document.environments?.[environmentName] ?? {};
  const commandLine = overrideLayer(options.overrides ?? {}, options.cwd);

  const templates = await templatesOf(loaded, environment, options);
  const merged = mergeSettings(defaultSettings(), [document, environment, commandLine]);
  const settings = withProgramPath({ ...merged, templates: templates.map(({ setting }) => setting) }, root);
  const secrets = [
    ...new Set([
      ...checked.secrets,
      ...settings.templates.flatMap((template) => Object.values(template.secrets)),
    ]),
  ];
  const sources = {
    file,
    loaded: loaded.loaded,
    document,
    references,
    environmentName,
    environment,
    commandLine,
  };
  return {
    file,
    workspace,
    env: environmentName,
    environments,
    settings,
    plugins: plugins?.map(({ plugin }) => plugin),
    secrets,
    origins: originsOf(sources, { settings, templates, workspace, plugins }, createSecrets(secrets)),
  };
}
