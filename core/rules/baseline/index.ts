export {
  BASELINE_FILE,
  Baseline,
  type BaselineEntry,
  baselineOf,
  type ComparedWithBaseline,
  compareWithBaseline,
  parseBaseline,
  renderBaseline,
} from './baseline.ts';
export { fingerprintOf, type TextOf } from './fingerprint.ts';
