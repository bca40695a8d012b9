/** The environment variable by which every program of a run, and whatever that starts, can be told from others. */
export const RUN_MARK = 'PACKER_HYBRID_RUN';
