import type { Signature } from '../signature.ts';

export const guestDiskFull: Signature = {
  cause: 'guest-disk-full',
  class: 'guest',
  retryable: false,
  confidence: 0.86,
  place: 'step',
  patterns: [/No space left on device/],
  except: [/^dd: /, /\/(?:EMPTY|zero|whitespace|ZERO)/, /\bcat: write error/],
  remedy: 'Make disk_size larger, or remove what is not needed inside the image.',
  action: 'none',
};
