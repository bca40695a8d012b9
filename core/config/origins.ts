import { basename } from 'node:path';
import type { Json } from '../language/index.ts';
import type { Settings } from '../plugin/index.ts';
import type { Secrets } from '../process/index.ts';
import type { WorkspaceFolders } from '../state/paths.ts';
import type { ConfiguredPlugin } from './configured-plugins.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { MergedTemplate } from './merge-templates.ts';
import type { ResolvedReference } from './resolve-references.ts';
import type { ConfigDocument, EnvironmentOverlay } from './schema.ts';
import { leavesOf, pathText, type SettingPath, valueAt } from './setting-path.ts';

/** One value of the resolved configuration and who said it. */
export interface ConfigOrigin {
  /** `policy.retention.days` */
  readonly path: string;
  /** `***` where it is secret. */
  readonly value: Json;
  /** `default`, `<file>:<line>` (the file alone where the format tells no line), `environment <name>`, `command line` or `env <VARIABLE>`. */
  readonly origin: string;
}

/** Everything that can have said a value. */
export interface OriginSources {
  readonly file: string | null;
  readonly loaded: LoadedFile | undefined;
  readonly document: ConfigDocument;
  readonly references: readonly ResolvedReference[];
  readonly environmentName: string;
  readonly environment: EnvironmentOverlay;
  readonly commandLine: object;
}

function isSame(a: SettingPath, b: SettingPath): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}

/** The file's line, or the variable that the file names. */
function inFile({ file, loaded, references }: OriginSources, path: SettingPath): string {
  const reference = references.find((candidate) => !candidate.isDefault && isSame(candidate.path, path));
  if (reference) return `env ${reference.variable}`;
  const name = file === null ? 'default' : basename(file);
  for (let end = path.length; end > 0; end -= 1) {
    const line = loaded?.lineOf(path.slice(0, end));
    if (line !== undefined) return `${name}:${line}`;
  }
  return name;
}

function inEnvironment(sources: OriginSources, path: SettingPath): string {
  const origin = inFile(sources, ['environments', sources.environmentName, ...path]);
  return origin.startsWith('env ') ? origin : `environment ${sources.environmentName}`;
}

/** The topmost layer that says a value is its origin, just as it is its value. */
function originOf(sources: OriginSources, path: SettingPath): string {
  const says = (layer: unknown) => valueAt(layer, path) !== undefined;
  if (says(sources.commandLine)) return 'command line';
  if (says(sources.environment)) return inEnvironment(sources, path);
  return says(sources.document) ? inFile(sources, path) : 'default';
}

function templateOrigin(sources: OriginSources, { source }: MergedTemplate, path: SettingPath): string {
  const { layer, written } = source;
  const [field, key] = path;
  const environment = sources.environment;
  if (field === 'path' && (layer === 'command line' || layer === 'discovery')) {
    return layer === 'discovery' ? 'default' : layer;
  }
  if (field === 'varFiles') {
    const own = written?.varFiles?.length ?? 0;
    if (Number(key) >= own) return inEnvironment(sources, ['varFiles', Number(key) - own]);
  } else if (
    (field === 'vars' || field === 'secrets') &&
    valueAt(environment[field], path.slice(1)) !== undefined
  ) {
    return inEnvironment(sources, path);
  }
  if (written === undefined || valueAt(written, path) === undefined) return 'default';
  const full = ['templates', written.index, ...path];
  return environment.templates ? inEnvironment(sources, full) : inFile(sources, full);
}

function shown(value: unknown, path: SettingPath, secrets: Secrets): Json {
  if (path.includes('secrets')) return '***';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
    return secrets.redact(String(value)) === String(value) ? value : '***';
  }
  return typeof value === 'string' ? secrets.redact(value) : `(${typeof value})`;
}

interface ResolvedParts {
  readonly settings: Settings;
  readonly templates: readonly MergedTemplate[];
  readonly workspace: WorkspaceFolders;
  readonly plugins: readonly ConfiguredPlugin[] | undefined;
}

type Said = readonly { readonly path: SettingPath; readonly value: unknown; readonly origin: string }[];

function templateValues(sources: OriginSources, templates: readonly MergedTemplate[]): Said {
  return templates.flatMap((template, index) =>
    [...leavesOf(template.setting)].map(({ path, value }) => ({
      path: ['templates', index, ...path],
      value,
      origin: templateOrigin(sources, template, path),
    })),
  );
}

function pluginValues(sources: OriginSources, plugins: readonly ConfiguredPlugin[] = []): Said {
  return plugins.flatMap(({ plugin, index }) =>
    [{ path: [], value: plugin.name }, ...leavesOf(plugin.input)].map(({ path, value }) => ({
      path: ['plugins', index, ...path],
      value,
      origin: inFile(sources, ['plugins', index, ...path]),
    })),
  );
}

/** Every value of a resolved configuration with its origin, in the order of the configuration's keys. */
export function originsOf(
  sources: OriginSources,
  { settings, templates, workspace, plugins }: ResolvedParts,
  secrets: Secrets,
): readonly ConfigOrigin[] {
  const { templates: _, ...rest } = settings;
  const { root, ...folders } = workspace;
  const plain = [...leavesOf(rest), ...leavesOf({ workspace: folders })];
  const said: Said = [
    ...templateValues(sources, templates),
    ...pluginValues(sources, plugins),
    ...plain.map(({ path, value }) => ({ path, value, origin: originOf(sources, path) })),
    { path: ['workspace', 'root'], value: root, origin: inFile(sources, []) },
  ];
  return said.map(({ path, value, origin }) => ({
    path: pathText(path),
    value: shown(value, path, secrets),
    origin,
  }));
}
