import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlugin } from '../plugin/index.ts';
import { configFolder } from './testing/config-folder.ts';

const parts = (error: { message: string; context: unknown }) =>
  error.context as { reason: string; frame?: string };

describe('TypeScript and JavaScript', () => {
  it('imports the running copy where nothing is installed, and writes no file', async () => {
    const { root, load } = await configFolder({
      'packer-hybrid.config.ts': `
        import { defineConfig, definePlugin, env, type Plugin } from 'packer-hybrid';
        import { attempts } from './shared.ts';
        const own: () => Plugin = definePlugin({ name: 'own', apiVersion: 1 });
        export default defineConfig(async ({ env: name, ci, command }) => ({
          retry: { attempts: await Promise.resolve(attempts) },
          rules: { preset: name === 'default' && ci ? 'strict' : 'security', ["build/" + command]: 'off' },
          toolchain: { mirror: env('PH_MIRROR', 'http://mirror.example') },
          plugins: [own(), ci && own()],
        }));`,
      'shared.ts': 'export const attempts: number = 4;',
    });
    const before = await readdir(root);

    const { settings, plugins } = await load({ ci: true, command: 'build' });

    expect(settings.retry.attempts).toEqual(4);
    expect(settings.rules).toEqual({ preset: 'strict', 'build/build': 'off' });
    expect(settings.toolchain.mirror).toEqual('http://mirror.example');
    expect(plugins?.map((plugin) => [plugin.name, isPlugin(plugin)])).toEqual([
      ['own', true],
      ['own', true],
    ]);
    expect(await readdir(root)).toEqual(before);
  });

  it.each(['mjs', 'js'])(
    'evaluates .%s that imports the product where nothing is installed',
    async (extension) => {
      const { load } = await configFolder({
        'package.json': '{ "type": "module" }',
        [`packer-hybrid.config.${extension}`]:
          "import { defineConfig } from 'packer-hybrid';\nexport default defineConfig({ retry: { attempts: 3 } });",
      });

      expect((await load()).settings.retry.attempts).toEqual(3);
    },
  );

  it('gives the running copy to plugins that are installed beside the file', async () => {
    const { load } = await configFolder({
      'packer-hybrid.config.ts': "import { own } from 'own-plugin';\nexport default { plugins: [own()] };",
      'node_modules/own-plugin/package.json':
        '{ "name": "own-plugin", "type": "module", "exports": "./index.js" }',
      'node_modules/own-plugin/index.js':
        "import { definePlugin } from 'packer-hybrid';\nexport const own = definePlugin({ name: 'own', apiVersion: 1 });",
    });

    expect((await load()).plugins?.map(({ name }) => name)).toEqual(['own']);
  });

  it('takes syntax beyond plain types, and imports without an extension', async () => {
    const { load } = await configFolder({
      'package.json': '{ "type": "module" }',
      'packer-hybrid.config.ts':
        "import { Tries } from './tries';\nexport default { retry: { attempts: Tries.many } };",
      'tries.ts': 'export enum Tries { few = 1, many = 6 }',
    });

    expect((await load()).settings.retry.attempts).toEqual(6);
  });

  it('reads imported files again after they were changed', async () => {
    const { root, load } = await configFolder({
      'packer-hybrid.config.ts': "import { retry } from './retry.ts';\nexport default { retry };",
      'retry.ts': 'export const retry = { attempts: 1 };',
    });
    await load();
    await writeFile(join(root, 'retry.ts'), 'export const retry = { attempts: 2 };');

    expect((await load()).settings.retry.attempts).toEqual(2);
  });

  it.each(['ts', 'mjs'])('reads a .%s file again after it was changed', async (extension) => {
    const name = `packer-hybrid.config.${extension}`;
    const { root, load } = await configFolder({ [name]: 'export default { retry: { attempts: 1 } };' });
    await load();
    await writeFile(join(root, name), 'export default { retry: { attempts: 2 } };');
    await utimes(join(root, name), 1, 1);

    expect((await load()).settings.retry.attempts).toEqual(2);
  });

  it.each([
    [
      'syntax of TypeScript',
      'ts',
      'export default {\n  retry: { attempts: 1 \n};\n',
      'Unexpected token',
      '> 3 | };',
    ],
    [
      'syntax of JavaScript',
      'mjs',
      'export default {\n  a: [1,\n  b: 2 };\n',
      'Unexpected token',
      '> 3 |   b: 2 };',
    ],
    [
      'an exception',
      'ts',
      'const a: string[] = [];\n\nexport default { templates: [a[0].length] };\n',
      'Cannot read properties of undefined',
      '> 3 | export default',
    ],
    [
      'an exception of JavaScript',
      'mjs',
      '\nthrow new Error("not today");\nexport default {};\n',
      'not today',
      '> 2 | throw',
    ],
    [
      'an exception of the function',
      'ts',
      'export default () => {\n  throw new Error("not today");\n};\n',
      'not today',
      '> 2 |   throw',
    ],
    [
      'a module that is missing',
      'ts',
      "import { a } from './a.ts';\nimport { b } from 'not-installed';\nexport default { a, b };\n",
      "Cannot find module 'not-installed'",
      "> 2 | import { b } from 'not-installed'",
    ],
  ])('shows the place of %s', async (_case, extension, text, reason, line) => {
    const { fail } = await configFolder({
      [`packer-hybrid.config.${extension}`]: text,
      'a.ts': 'export const a = 1;',
    });

    const error = await fail();

    expect(error.code).toEqual('PH_CONFIG_UNREADABLE');
    expect(parts(error).reason).toContain(reason);
    expect(parts(error).frame).toContain(line);
  });

  it('shows the place in the file that is imported', async () => {
    const { root, fail } = await configFolder({
      'packer-hybrid.config.ts': "import { a } from './a.ts';\nexport default { a };\n",
      'a.ts': 'export const a = 1;\nexport const b = [;\n',
    });

    const { reason, frame } = parts(await fail());

    expect(reason).toContain(join(root, 'a.ts'));
    expect(frame).toContain('> 2 | export const b = [;');
  });

  it('wants a default export', async () => {
    const { fail } = await configFolder({ 'packer-hybrid.config.ts': 'export const config = {};' });

    expect(parts(await fail()).reason).toContain('no default export');
  });
});

describe('JSON and YAML', () => {
  it.each([
    ['a comma too many', 'json', '{\n  "retry": { "attempts": 1, }\n}\n', '> 2 |   "retry"'],
    ['an end that is missing', 'json', '{\n  "retry": {\n', '> 2 |   "retry"'],
    ['a word', 'json', '{\n  "retry": maybe\n}', '> 2 |   "retry"'],
    ['something short', 'json', 'maybe', '> 1 | maybe'],
    ['a bracket that is missing', 'yaml', 'retry:\n  attempts: [1\npolicy: {}\n', '> 3 | policy'],
    ['a key twice', 'yml', 'retry: {}\npolicy: {}\nretry: {}\n', '> 3 | retry'],
  ])('shows the place of %s', async (_case, extension, text, line) => {
    const { fail } = await configFolder({ [`packer-hybrid.config.${extension}`]: text });

    const error = await fail();

    expect(error.code).toEqual('PH_CONFIG_UNREADABLE');
    expect(parts(error).frame).toContain(line);
  });

  it('refuses other formats by name', async () => {
    const { fail } = await configFolder({ 'config.toml': '' });

    expect(parts(await fail({ file: 'config.toml' })).reason).toContain('must end in .ts');
  });
});
