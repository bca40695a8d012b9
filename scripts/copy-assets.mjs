// Copies what the compiler leaves behind: the HCL grammar is a devDependency and travels inside the build output.
import { copyFile, mkdir } from 'node:fs/promises';
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
