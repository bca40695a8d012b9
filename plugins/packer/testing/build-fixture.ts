import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BuildContext, BuildRequest, PluginServices, TemplateSetting } from 'packer-hybrid';
import { expandTargets, findTemplates, readTemplate } from '../../../core/language/index.ts';
import { createLineLog } from '../../../core/log/index.ts';
import { targetPaths } from '../../../core/state/index.ts';
import { createEngine } from '../engine.ts';
import { PackerOptions } from '../options.ts';
import { testContext } from './context.ts';

export interface FixtureOptions {
  readonly files: Readonly<Record<string, string>>;
  /** Folder or file of the template. */
  readonly template?: string;
  readonly setting?: Partial<TemplateSetting>;
  readonly request?: Partial<BuildRequest>;
  readonly options?: Partial<PackerOptions>;
  readonly services?: Partial<PluginServices>;
  /** Which target: its position. */
  readonly target?: number;
  readonly signal?: AbortSignal;
}

/** A workspace with one template, ready to build one of its targets with a real Packer. */
export async function buildFixture(options: FixtureOptions) {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'ph-build-')));
  await writeFiles(root, options.files);
  const setting = settingFor(options);
  const base = testContext({ root, templates: [setting], ...(options.signal && { signal: options.signal }) });
  const [found] = await findTemplates({ root, settings: [setting] });
  if (!found) throw new Error('no template');
  const template = await readTemplate(found, { root, env: process.env });
  const platformOf = (type: string) => type.split('-')[0] ?? type;
  const targets = expandTargets(template, { env: 'test', platformOf, hostAttributesOf: () => [], setting });
  const services: Partial<PluginServices> = options.services ?? {};
  const engine = createEngine({
    options: PackerOptions.parse(options.options ?? {}),
    find: (name) => services[name],
  });

  const contextFor = (position = 0, change: Partial<BuildRequest> = {}): BuildContext => {
    const target = targets[position];
    if (!target) throw new Error(`no target ${position}`);
    const paths = targetPaths(base.workspace, target.slug);
    const logs = new Map<string, ReturnType<typeof createLineLog>>();
    return {
      ...base,
      templates: [template],
      targets,
      templateOf: () => template,
      target,
      template,
      paths,
      attempt: 1,
      request: { ...requestFor(setting), ...options.request, ...change },
      openLog: (path) => {
        const log = logs.get(path) ?? createLineLog(path, { secrets: base.secrets });
        logs.set(path, log);
        closers.push(() => log.close());
        return log;
      },
    };
  };
  const closers: (() => Promise<void>)[] = [];
  return {
    root,
    base,
    template,
    targets,
    engine,
    contextFor,
    read: async (path: string) => {
      await Promise.all(closers.map((close) => close()));
      return readFile(join(root, path), 'utf8');
    },
    close: async () => {
      await Promise.all(closers.map((close) => close()));
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

function settingFor({ template = '.', setting }: FixtureOptions): TemplateSetting {
  return { path: template, vars: {}, secrets: {}, varFiles: [], cwd: 'template', ...setting };
}

function requestFor(setting: TemplateSetting): BuildRequest {
  return {
    vars: setting.vars,
    secretVars: setting.secrets,
    varFiles: setting.varFiles,
    force: false,
    onError: 'cleanup',
    timestampUi: true,
    useCache: true,
    environment: {},
  };
}
