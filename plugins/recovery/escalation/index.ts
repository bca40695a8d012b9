export { EscalationReport } from './escalation-report.ts';
export { type Recommendation, recommend } from './lasting/recommend.ts';
