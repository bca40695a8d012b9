export { createLogDiagnoser, type LogDiagnosis } from './diagnose-log.ts';
export { type Recommendation, recommend } from './escalation/lasting/recommend.ts';
export { tellingLinesOf } from './log/telling-lines-of.ts';
export { recovery } from './plugin.ts';
export { causes } from './signatures/causes/all.ts';
