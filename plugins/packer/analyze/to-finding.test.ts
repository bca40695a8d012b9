import { describe, expect, it } from 'vitest';
import { toFinding } from './to-finding.ts';

const template = { path: '.', files: [] } as never;
const error = (summary: string) => ({ level: 'error', summary }) as never;

describe('toFinding', () => {
  it('holds what Packer refuses to be critical', () => {
    expect(toFinding(error('Unsupported argument'), template, '/').severity).toBe('critical');
  });

  it('lets a run pass over a target whose image is kept where it would be built', () => {
    const words =
      "1 error(s) occurred:\n\n* Output directory 'output/web' already exists. It must not exist.";

    expect(toFinding(error(words), template, '/').severity).toBe('high');
  });
});
