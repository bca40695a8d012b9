import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Artifact } from 'packer-hybrid';

/** The disk of an artifact, in the way that QEMU must read it. */
export interface ArtifactDisk {
  readonly disk: string;
  readonly format: 'qcow2' | 'raw';
}

const otherFiles =
  /\.(iso|fd|ovmf|json|ovf|ova|box|txt|log|sha\d+|checksum|md5|gz|xz|zst|bz2|lz4|zip|tar)$|efivars/i;

/** Finds the disk that a machine boots from: the one with the machine's name, else the largest. */
export async function findDisk(
  artifact: Artifact,
  { root, name }: { readonly root: string; readonly name?: string | undefined },
): Promise<ArtifactDisk | undefined> {
  const disks = artifact.files
    .filter(({ path }) => !otherFiles.test(path))
    .toSorted((a, b) => b.size - a.size);
  const found = disks.find(({ path }) => basename(path) === name) ?? disks[0];
  if (!found) return undefined;
  const disk = resolve(root, found.path);
  return { disk, format: await formatOf(disk) };
}

/** Read from the file itself: QEMU's own guess would let a guest's content pass for another format. */
async function formatOf(disk: string): Promise<'qcow2' | 'raw'> {
  const file = await open(disk);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'QFI\u00fb' ? 'qcow2' : 'raw';
  } finally {
    await file.close();
  }
}
