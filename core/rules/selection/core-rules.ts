/** Ids of findings that the engine itself makes. */
export const coreRules = [
  'core/rule-crashed',
  'core/suppression-without-reason',
  'core/unused-suppression',
] as const;
export type CoreRule = (typeof coreRules)[number];
