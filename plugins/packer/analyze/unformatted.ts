/** A file that `packer fmt` would write differently, with the first line that it would change. */
export interface Unformatted {
  readonly file: string;
  readonly line: number;
}

/** Reads the differences that `packer fmt -check -diff` prints. */
export function parseUnformatted(output: string): readonly Unformatted[] {
  const found: Unformatted[] = [];
  let file: string | undefined;
  let line = 0;
  let isFirst = false;
  for (const text of output.split('\n')) {
    const header = /^--- old\/(.+)$/.exec(text)?.[1];
    const hunk = /^@@ -(\d+)/.exec(text)?.[1];
    if (header) file = header;
    else if (hunk && file) {
      line = Number(hunk);
      isFirst = !found.some((each) => each.file === file);
    } else if (file && isFirst && /^[-+]/.test(text) && !text.startsWith('+++ ')) {
      found.push({ file, line });
      isFirst = false;
    } else if (isFirst) line += 1;
  }
  return found;
}
