import { readFileSync } from 'node:fs';
import { placeOfProcesses } from '../lock-owner.ts';

/** Where and when process numbers mean what they mean now. */
export interface Here {
  readonly place: string;
  readonly boot: string | null;
}

/** This machine since it was started. */
export function here(): Here {
  return { place: placeOfProcesses(), boot: bootId() };
}

function bootId(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
