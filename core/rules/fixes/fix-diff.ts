import type { FixedFile } from './plan-fixes.ts';

/** What a correction changes in a file, as a unified diff that `patch` and `git apply` take. */
export async function fixDiff({ path, before, after }: FixedFile): Promise<string> {
  const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}
