export { vsphereLeftovers } from './vsphere-leftovers.ts';
