export { createLogDiagnoser, type LogDiagnosis } from './diagnosis/index.ts';
export { type Recommendation, recommend } from './escalation/lasting/recommend.ts';
export { recovery } from './plugin.ts';
export { causes } from './signatures/causes/all.ts';
export { withChange } from './template-change.ts';
