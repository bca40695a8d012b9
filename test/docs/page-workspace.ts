import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Page, repository } from './read-pages.ts';

const template = `
source "null" "example" {
  communicator = "none"
}

build {
  name    = "image"
  sources = ["source.null.example"]
}
`.trimStart();

/** A folder as a reader would have it: the package installed, one small template, and the files that the page shows. */
export function pageWorkspace({ blocks }: Page): string {
  const root = mkdtempSync(join(tmpdir(), 'packer-hybrid-docs-'));
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  symlinkSync(repository, join(modules, 'packer-hybrid'));
  for (const name of ['zod', '@types/node'])
    symlinkSync(join(repository, 'node_modules', name), join(modules, name));
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }\n');
  if (!blocks.some(({ language, attributes }) => language === 'hcl' && attributes.file)) {
    writeFileSync(join(root, 'image.pkr.hcl'), template);
  }
  for (const { attributes, text } of blocks) {
    if (!attributes.file) continue;
    const path = join(root, attributes.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return root;
}
