// Copies what the compiler leaves behind: the HCL grammar is a devDependency and travels inside the build output, and so
// do the component schemas, without their white space.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const grammar = createRequire(import.meta.url).resolve(
  '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
);
const target = join(root, 'dist', 'core', 'language', 'tree-sitter-hcl.wasm');

await mkdir(dirname(target), { recursive: true });
await copyFile(grammar, target);

const schemas = join('core', 'language', 'schemas', 'data');
await mkdir(join(root, 'dist', schemas), { recursive: true });
for (const name of await readdir(join(root, schemas))) {
  const data = JSON.parse(await readFile(join(root, schemas, name), 'utf8'));
  await writeFile(join(root, 'dist', schemas, name), JSON.stringify(data));
}

// Rules are explained by their readme.
for (const path of await readdir(join(root, 'rules'), { recursive: true })) {
  if (!path.endsWith('readme.md')) continue;
  await mkdir(dirname(join(root, 'dist', 'rules', path)), { recursive: true });
  await copyFile(join(root, 'rules', path), join(root, 'dist', 'rules', path));
}
