export { openStage, type Stage } from './stage.ts';
