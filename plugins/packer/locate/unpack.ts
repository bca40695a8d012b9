import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** Unpacks one program out of a zip archive, executable; throws when the archive holds none. */
export async function unpackProgram(archive: string, name: string, target: string): Promise<void> {
  const zip = await yauzl.openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue;
      const content = await zip.openReadStreamPromise(entry);
      await pipeline(content, createWriteStream(target, { mode: 0o755 }));
      return;
    }
    throw new Error(`the archive holds no file called ${name}`);
  } finally {
    zip.close();
  }
}
