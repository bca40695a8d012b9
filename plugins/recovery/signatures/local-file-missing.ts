import type { Signature } from '../signature.ts';

export const localFileMissing: Signature = {
  cause: 'local-file-missing',
  class: 'config',
  retryable: false,
  confidence: 0.8,
  place: 'verdict',
  patterns: [
    /(?:Bad (?:script|source)|stat|open|lstat) '?[^':]+'?: (?:stat [^:]+: )?no such file or directory/,
    /Could not open|does not exist: /,
  ],
  except: [/Post-processor failed/],
  remedy: 'Create the file, or correct its path: paths are relative to the folder that Packer runs in.',
  action: 'none',
};
