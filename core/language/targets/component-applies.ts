import type { Component } from '../model.ts';

/** Whether a provisioner or post-processor runs for a source: Packer compares `only` and `except` with its exact name. */
export function componentApplies({ only, except }: Component, sourceName: string): boolean {
  if (only.length > 0) return only.includes(sourceName);
  return !except.includes(sourceName);
}
