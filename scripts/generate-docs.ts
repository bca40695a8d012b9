import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderRuleIndex, ruleFolders } from './generate-rule-index.ts';
import { loadRules } from './load-rules.ts';
import { withCauses } from './render-cause-docs.ts';
import { renderErrorDocs } from './render-error-docs.ts';
import { renderKnownWords } from './render-known-words.ts';
import { renderRuleDocs } from './render-rule-docs.ts';

const root = join(import.meta.dirname, '..');
const ids = ruleFolders(root);

writeFileSync(join(root, 'rules', 'index.gen.ts'), renderRuleIndex(ids));
writeFileSync(join(root, 'plugins', 'recovery', 'words', 'known-words.gen.ts'), renderKnownWords());
writeFileSync(join(root, 'docs', 'errors.md'), renderErrorDocs());
const diagnosis = join(root, 'docs', 'diagnosis.md');
writeFileSync(diagnosis, withCauses(readFileSync(diagnosis, 'utf8')));
for (const [page, text] of renderRuleDocs(await loadRules(root, ids))) {
  mkdirSync(dirname(join(root, 'docs', page)), { recursive: true });
  writeFileSync(join(root, 'docs', page), text);
}
