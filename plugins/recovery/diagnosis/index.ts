export { createMasker } from '../escalation/mask/create-masker.ts';
export { causes } from '../signatures/causes/all.ts';
export { createLogDiagnoser, type LogDiagnosis } from './diagnose-log.ts';
