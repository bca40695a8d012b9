export { createPrettyReporter } from './pretty.ts';
