export { builtInRules } from './built-in-rules.ts';
