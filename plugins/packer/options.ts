import * as z from 'zod';

/** What `packer({ … })` takes; where Packer comes from is set under `toolchain`. */
export const PackerOptions = z
  .strictObject({
    /** Path of the program; it goes before `toolchain.path`. */
    path: z.string().min(1).optional(),
    /** Whether `analyze` asks `packer validate`. */
    validate: z.boolean().default(true),
    /** Whether `analyze` asks `packer fmt -check`. */
    fmt: z.boolean().default(true),
    /** Whether Packer's debug log (`PACKER_LOG`) is kept, secrets masked. */
    debugLog: z.boolean().default(true),
    /** How many minutes an interrupted Packer may take to destroy its machine before it is killed. */
    graceMinutes: z.number().min(0.01).max(240).default(10),
  })
  .prefault({});
export type PackerOptions = z.output<typeof PackerOptions>;
