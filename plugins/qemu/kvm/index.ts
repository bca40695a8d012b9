export { type Accelerator, type ProbeOptions, probeAccelerator } from './probe-accelerator.ts';
