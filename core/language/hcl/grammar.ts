import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import { HybridError, reasonOf } from '../../errors/index.ts';

const grammar = 'tree-sitter-hcl.wasm';
let loading: Promise<Parser> | undefined;

/** The parser, made at the first call and shared afterwards: parsing itself is synchronous. */
export function hclParser(): Promise<Parser> {
  loading ??= load().catch((cause: unknown) => {
    loading = undefined;
    const [reason = ''] = reasonOf(cause).split('\n');
    throw new HybridError('PH_TEMPLATE_GRAMMAR', { reason }, { cause });
  });
  return loading;
}

async function load(): Promise<Parser> {
  await Parser.init();
  const language = await Language.load(await readFile(grammarPath()));
  return new Parser().setLanguage(language);
}

/** The build puts the grammar into `core/language`; a source checkout has it among its development packages. */
function grammarPath(): string {
  const built = fileURLToPath(new URL(`../${grammar}`, import.meta.url));
  if (existsSync(built)) return built;
  return createRequire(import.meta.url).resolve(`@tree-sitter-grammars/tree-sitter-hcl/${grammar}`);
}
