import type { RunProcess } from './must-run.ts';

/** A disk to build from, with everything that is needed to boot it and log in. */
export interface BaseImage {
  readonly disk: string;
  /** `sha256:<hex>` of the disk. */
  readonly checksum: string;
  /** Absent where the disk has its own boot loader. */
  readonly kernel?: string;
  readonly initrd?: string;
  /** ISO that tells cloud-init the key, for cloud images. */
  readonly seed?: string;
  /** Its public half lies beside it, with `.pub`. */
  readonly privateKey: string;
  readonly sshUser: string;
  readonly recipeHash: string;
}

/** What every way to a base image needs from its caller. */
export interface BaseContext {
  readonly run: RunProcess;
  /** The cache: one folder per recipe below it. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}
