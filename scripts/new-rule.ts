import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderRuleIndex, ruleFolders } from './generate-rule-index.ts';
import { newRuleFiles, problemOfId } from './new-rule-files.ts';

const root = join(import.meta.dirname, '..');
const [id = ''] = process.argv.slice(2);
const folder = join(root, 'rules', id);
const problem =
  problemOfId(id) ?? (existsSync(folder) ? `There is a rule ${id} already: rules/${id}.` : undefined);

if (problem === undefined) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(newRuleFiles(id))) writeFileSync(join(folder, name), text);
  writeFileSync(join(root, 'rules', 'index.gen.ts'), renderRuleIndex(ruleFolders(root)));
  process.stdout.write(`Made rules/${id}. Its test fails until the rule finds what it is for.\n`);
} else {
  process.stderr.write(`${problem}\nUsage: npm run new:rule <family>/<what-is-wrong>\n`);
  process.exitCode = 1;
}
