import * as z from 'zod';

/** The six stages in the order in which a run passes them (`build` and `recover` take turns). */
export const stages = ['preflight', 'analyze', 'build', 'recover', 'validate', 'publish'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** Stages that `--until` and `--from` can name: `recover` belongs to `build`. */
export const resumableStages = ['preflight', 'analyze', 'build', 'validate', 'publish'] as const;
export type ResumableStage = (typeof resumableStages)[number];
