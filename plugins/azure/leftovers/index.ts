export { azureLeftovers } from './azure-leftovers.ts';
