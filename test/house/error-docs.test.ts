import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '../../core/errors/index.ts';
import { renderErrorDocs } from '../../scripts/render-error-docs.ts';
import { productFiles, repositoryText } from './source-files.ts';

const documented = repositoryText('docs/errors.md') ?? '';
const codes = Object.keys(errorCatalogue);

describe('the error catalogue and docs/errors.md', () => {
  it('name the same codes, each once', () => {
    const rows = [...documented.matchAll(/^### (PH_[A-Z_]+)$/gm)].map(([, code]) => code);

    expect(rows).toEqual(codes);
  });

  it('say the same: `npx jiti scripts/generate-docs.ts` brings the page up to date', () => {
    expect(documented).toBe(renderErrorDocs());
  });

  it('leave no value unnamed in a message', () => {
    expect(documented).not.toMatch(/undefined|\[object|NaN/);
  });
});

describe('the error catalogue', () => {
  it('has permanent names of one form', () => {
    const odd = codes.filter((code) => !/^PH_[A-Z]+(_[A-Z]+)*$/.test(code));

    expect(odd).toEqual([]);
  });

  it('holds no code that nothing raises', () => {
    const text = productFiles()
      .filter(({ path }) => !path.startsWith('core/errors/catalogue/'))
      .map((file) => file.text)
      .join('\n');

    const unused = codes.filter((code) => !new RegExp(`\\b${code}\\b`).test(text));

    expect(unused).toEqual([]);
  });
});
