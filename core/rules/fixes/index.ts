export { fixDiff } from './fix-diff.ts';
export { type FixConflict, type FixedFile, type FixPlan, type PlanFixes, planFixes } from './plan-fixes.ts';
export { type WriteFixes, type WrittenFixes, writeFixes } from './write-fixes.ts';
