import type { Signature } from '../signature.ts';

export const fileUploadFailed: Signature = {
  cause: 'file-upload-failed',
  class: 'provisioner',
  retryable: false,
  confidence: 0.72,
  place: 'verdict',
  patterns: [/[Uu]pload(?:ing)? (?:failed|error)|[Ee]rror uploading|[Ff]ailed to upload/],
  except: [/ISO|datastore/],
  remedy:
    'Create the folder in the guest first, upload to a place that the user may write, then move the file with sudo.',
  action: 'none',
};
