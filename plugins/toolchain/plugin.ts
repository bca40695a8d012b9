import { definePlugin } from 'packer-hybrid';
import { createToolchain } from './create-toolchain.ts';
import { installQueue } from './install-queue.ts';
import { thisMachine } from './machine.ts';
import { ToolchainOptions } from './options.ts';

/** One queue for the whole process: two pipelines must not fight over one package database. */
const queue = installQueue();

/** Finds the programs that other plugins need, and installs them where the settings allow it. */
export const toolchain = definePlugin({
  name: 'toolchain',
  apiVersion: 1,
  options: ToolchainOptions,
  setup(api) {
    api.provide('toolchain', createToolchain(api.options, { machine: thisMachine(), queue }));
  },
});
