import { resolve } from 'node:path';
import { HybridError, type RunContext, type Toolchain } from 'packer-hybrid';
import { type Capabilities, capabilitiesOf, supportedVersions } from '../capabilities.ts';
import type { versionAsker } from './ask-version.ts';
import { type Candidate, candidates, managedProgram, type Origin } from './candidates.ts';
import { installRelease } from './install.ts';
import { installRemedy, packerNeed } from './remedy.ts';
import { type Wanted, wantedVersion } from './wanted.ts';

/** The Packer that a run works with. */
export interface PackerProgram {
  readonly path: string;
  readonly version: string;
  readonly origin: Origin;
  readonly capabilities: Capabilities;
}

export interface LocateOptions {
  /** A path that the user named; no other place is looked at then. */
  readonly path: string | undefined;
  readonly toolchain: Toolchain | undefined;
  readonly askVersion: ReturnType<typeof versionAsker>;
  /** Well-known places outside PATH; those of this system unless told. */
  readonly systemPlaces?: readonly string[] | undefined;
}

interface Search {
  readonly program?: PackerProgram;
  readonly looked: readonly string[];
  /** A Packer that is there but does not fit. */
  readonly unfit?: { readonly path: string; readonly version: string };
  /** A program of that name that does not tell its version. */
  readonly silent?: { readonly path: string; readonly reason: string };
}

/** Finds a Packer that fits the settings, installing one where that is allowed; throws what to do when there is none. */
export async function locatePacker(context: RunContext, options: LocateOptions): Promise<PackerProgram> {
  const wanted = wantedVersion(context.settings.toolchain.packer);
  const named = options.path ?? context.settings.toolchain.path;
  const path = named && resolve(context.workspace.root, named);
  const found = await search(context, options, { wanted, path });
  if (found.program) return found.program;
  const isAllowed = context.settings.toolchain.install === 'auto' && !context.run.dryRun;
  const mayInstall = isAllowed && path === undefined;
  const installed = mayInstall ? await install(context, options, wanted) : undefined;
  if (installed) return installed;
  throw await failure(found, await installRemedy(context, wanted, options.toolchain));
}

async function search(
  context: RunContext,
  { askVersion, systemPlaces }: LocateOptions,
  { wanted, path }: { wanted: Wanted; path?: string | undefined },
): Promise<Search> {
  const places: readonly Candidate[] = path
    ? [{ path, origin: 'settings' }]
    : await candidates(context, systemPlaces);
  let unfit: Search['unfit'];
  let silent: Search['silent'];
  for (const place of places) {
    const answer = await askVersion(place.path, context);
    if (!answer) continue;
    if ('silent' in answer) {
      silent ??= { path: place.path, reason: answer.silent };
      continue;
    }
    const { version } = answer;
    const capabilities = capabilitiesOf(version);
    const looked = [place.path];
    if (capabilities && wanted.accepts(version))
      return { program: { ...place, version, capabilities }, looked };
    unfit ??= { path: place.path, version };
  }
  const looked = path ? [path] : ['PATH', ...places.map((place) => place.path)];
  return { looked: [...new Set(looked)], ...(unfit && { unfit }), ...(silent && { silent }) };
}

/** The system's package when any version will do, else the release from the mirror. */
async function install(
  context: RunContext,
  options: LocateOptions,
  wanted: Wanted,
): Promise<PackerProgram | undefined> {
  if (context.settings.toolchain.packer === undefined && options.toolchain) {
    await options.toolchain.ensure([packerNeed], context);
    const found = await search(context, options, { wanted });
    if (found.program) return found.program;
  }
  if (!capabilitiesOf(wanted.download)) return undefined;
  await installRelease(wanted.download, context);
  const path = managedProgram(context.workspace.cache, wanted.download);
  const found = await search(context, options, { wanted, path });
  return found.program && { ...found.program, origin: 'managed' };
}

async function failure({ looked, unfit, silent }: Search, remedy: string): Promise<HybridError> {
  if (!unfit && silent) return new HybridError('PH_PACKER_SILENT', { ...silent, install: remedy });
  if (!unfit) return new HybridError('PH_PACKER_MISSING', { looked, install: remedy });
  return new HybridError('PH_PACKER_UNSUPPORTED', {
    ...unfit,
    supported: supportedVersions,
    install: remedy,
  });
}
