import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderErrorDocs } from './render-error-docs.ts';

writeFileSync(join(import.meta.dirname, '..', 'docs', 'errors.md'), renderErrorDocs());
