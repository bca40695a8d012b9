export { createLogDiagnoser, type LogDiagnosis } from './diagnosis/index.ts';
export { EscalationReport } from './escalation/escalation-report.ts';
export { type Recommendation, recommend } from './escalation/lasting/recommend.ts';
export { createMasker, type Masker } from './escalation/mask/create-masker.ts';
export { recovery } from './plugin.ts';
export { causes } from './signatures/causes/all.ts';
export { withChange } from './template-change.ts';
