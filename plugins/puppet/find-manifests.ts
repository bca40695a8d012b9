import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { localPaths, locate, readAttribute } from 'packer-hybrid';
import type { CatalogUse } from './catalog-use.ts';

/** Absolute paths of every manifest that a provisioner brings: its own, and those of its modules. */
export async function findManifests(use: CatalogUse): Promise<readonly string[]> {
  const own = await Promise.all(
    pathsOf(use, ['manifest_file', 'manifest_dir']).map((path) => manifestsAt(use, path)),
  );
  const modules = await Promise.all(pathsOf(use, ['module_paths']).map((path) => manifestsAt(use, path)));
  // A module's other folders hold examples and test data, which need not be readable.
  const ofModules = modules.flat().filter((path) => path.includes('/manifests/'));
  return [...new Set([...own.flat(), ...ofModules])].toSorted();
}

function pathsOf({ template, component }: CatalogUse, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const reading = readAttribute(template, component.body, name);
    return reading.state === 'set' ? localPaths(reading.value) : [];
  });
}

async function manifestsAt({ template }: CatalogUse, path: string): Promise<readonly string[]> {
  const found = await locate(template.cwd, path);
  if (!found) return [];
  if ((await stat(found)).isFile()) return [found];
  // A folder that cannot be read is Packer's to complain about: it may not even be meant for this user.
  const names = await readdir(found, { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.pp')).map((name) => join(found, name));
}
