import { describe, expect, it } from 'vitest';
import { placeOf } from './layers.ts';
import { importsOf } from './module-imports.ts';
import { productFiles, repositoryText } from './source-files.ts';

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface DocumentedDependency {
  readonly name: string;
  readonly places: readonly string[];
  readonly reason: string;
}

const { dependencies, devDependencies } = JSON.parse(repositoryText('package.json') ?? '{}') as PackageFile;
const documented = documentedDependencies();
const imports = productFiles().flatMap(importsOf);

/** Vocabulary rather than machinery: everyone may use them. */
const shared = new Set(['zod', 'semver', 'yaml']);

/** Rows `| name | where it is imported | reason |` of docs/dependencies.md. */
function documentedDependencies(): readonly DocumentedDependency[] {
  const text = repositoryText('docs/dependencies.md') ?? '';
  return [...text.matchAll(/^\| `([^`]+)` +\| ([^|]*) \| ([^|]*) \|$/gm)].map(([, name, places, reason]) => ({
    name: String(name),
    places: [...String(places).matchAll(/`([^`]+)`/g)].map(([, place]) => String(place)).toSorted(),
    reason: String(reason).trim(),
  }));
}

function importersOf(name: string): readonly string[] {
  const places = imports.filter(({ to }) => to === name).map(({ from }) => String(placeOf(from)));
  return [...new Set(places)].toSorted();
}

describe('docs/dependencies.md', () => {
  it('names each dependency of package.json once', () => {
    const declared = [...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted();

    expect(documented.map(({ name }) => name).toSorted()).toEqual(declared);
  });

  it('says why each of them is there', () => {
    const bare = documented.filter(({ reason }) => reason.split(' ').length < 4);

    expect(bare).toEqual([]);
  });

  it('says where each of them is imported', () => {
    const real = Object.keys(dependencies)
      .filter((name) => !shared.has(name))
      .map((name) => ({ name, places: importersOf(name) }));

    const claimed = real.map(({ name }) => ({
      name,
      places: documented.find((one) => one.name === name)?.places,
    }));

    expect(claimed).toEqual(real);
  });
});

describe('dependencies', () => {
  it('have one place that imports them', () => {
    const spread = Object.keys(dependencies)
      .filter((name) => !shared.has(name) && importersOf(name).length !== 1)
      .map((name) => `${name}: ${importersOf(name).join(', ') || 'nobody imports it'}`);

    expect(spread).toEqual([]);
  });

  it('are declared when the product imports them at run time', () => {
    const undeclared = imports
      .filter(({ to, typeOnly }) => !typeOnly && isPackage(to) && !(to in dependencies))
      .map(({ from, specifier }) => `${from} → ${specifier}`);

    expect(undeclared).toEqual([]);
  });
});

function isPackage(to: string): boolean {
  return (
    !to.startsWith('node:') && placeOf(to) === undefined && !to.includes('.ts') && to !== 'packer-hybrid'
  );
}
