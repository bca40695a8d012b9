import { describe, expect, it } from 'vitest';
import { layerOf, placeOf } from './layers.ts';
import { importsOf, type ModuleImport } from './module-imports.ts';
import { isTest, productFiles, type SourceFile, sourceFiles } from './source-files.ts';

const product = productFiles();
const imports = product.flatMap(importsOf);
const publicDoors = /^packer-hybrid(\/(plugins|rules|testing))?$/;

function shown({ from, specifier }: ModuleImport): string {
  return `${from} → ${specifier}`;
}

function imported(text: string): readonly ModuleImport[] {
  return importsOf({ path: 'core/state/example.ts', text });
}

describe('imports are read with a parser', () => {
  it('finds values, types, re-exports, lazy and type-level imports, and nothing in comments or texts', () => {
    const text = [
      "import { a } from '../errors/index.ts';",
      "import type { B } from '../schema/index.ts';",
      "export * from './c.ts';",
      "type D = import('execa').D;",
      "const e = () => import('node:fs');",
      "// import f from 'comment'",
      "const g = `import g from 'text'`;",
    ].join('\n');

    const found = imported(text).map(({ to, typeOnly, lazy }) => ({ to, typeOnly, lazy }));

    expect(found).toEqual([
      { to: 'core/errors/index.ts', typeOnly: false, lazy: false },
      { to: 'core/schema/index.ts', typeOnly: true, lazy: false },
      { to: 'core/state/c.ts', typeOnly: false, lazy: false },
      { to: 'execa', typeOnly: true, lazy: false },
      { to: 'node:fs', typeOnly: false, lazy: true },
    ]);
  });
});

describe('layers', () => {
  it('gives every product folder a layer', () => {
    const places = new Set(product.map(({ path }) => String(placeOf(path))));

    const unknown = [...places].filter((place) => layerOf(place) === undefined);

    expect(unknown).toEqual([]);
  });

  it('has no import that goes up, types included', () => {
    const upward = imports.filter(({ from, to }) => {
      const target = placeOf(to);
      if (target === undefined) return false;
      return Number(layerOf(target)) > Number(layerOf(String(placeOf(from))));
    });

    expect(upward.map(shown)).toEqual([]);
  });

  it('has no circle between folders', () => {
    const edges = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [source, target] = [placeOf(from), placeOf(to)];
      if (source === undefined || target === undefined || source === target) continue;
      edges.set(source, (edges.get(source) ?? new Set()).add(target));
    }

    const circles = [...edges.keys()].filter((place) => reaches(edges, place, place));

    expect(circles).toEqual([]);
  });
});

describe('plugins', () => {
  const inPlugins = imports.filter(({ from }) => placeOf(from)?.startsWith('plugins/'));

  it('import public doors, their own folder, node built-ins and packages that core does not own', () => {
    const owned = new Set(
      imports
        .filter(({ from, to }) => /^(core|cli)\//.test(from) && isPackage(to))
        .map(({ to }) => to)
        .filter((name) => !sharedPackages.has(name)),
    );

    const foreign = inPlugins.filter(({ from, to, specifier }) => {
      if (publicDoors.test(specifier) || to.startsWith('node:')) return false;
      return isPackage(to) ? owned.has(to) : placeOf(to) !== placeOf(from);
    });

    expect(foreign.map(shown)).toEqual([]);
  });

  it('are loaded by name: only their index is imported from outside', () => {
    const around = imports.filter(
      ({ from, to }) =>
        placeOf(to)?.startsWith('plugins/') && placeOf(from) !== placeOf(to) && !/index\.ts$/.test(to),
    );

    expect(around.filter(({ from }) => placeOf(from) !== 'plugins').map(shown)).toEqual([]);
  });

  it('do not meet in tests either', () => {
    const tests: readonly SourceFile[] = sourceFiles(['plugins']).filter(({ path }) => isTest(path));

    const crossing = tests.flatMap(importsOf).filter(({ from, to }) => {
      const target = placeOf(to);
      return target?.startsWith('plugins/') && target !== placeOf(from);
    });

    expect(crossing.map(shown)).toEqual([]);
  });
});

/** Vocabulary rather than machinery: everyone may use them. */
const sharedPackages = new Set(['zod', 'semver']);

function isPackage(to: string): boolean {
  return (
    !to.startsWith('node:') && placeOf(to) === undefined && !to.includes('.ts') && to !== 'packer-hybrid'
  );
}

function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, goal: string): boolean {
  const seen = new Set<string>();
  const open = [...(edges.get(from) ?? [])];
  while (open.length > 0) {
    const place = String(open.pop());
    if (place === goal) return true;
    if (seen.has(place)) continue;
    seen.add(place);
    open.push(...(edges.get(place) ?? []));
  }
  return false;
}
