import type { Signature } from '../signature.ts';

export const isoDownloadFailed: Signature = {
  cause: 'iso-download-failed',
  class: 'transient',
  retryable: true,
  confidence: 0.8,
  place: 'verdict',
  patterns: [
    /bad response code: (?:408|429|5\d\d)/,
    /[Ee]rror downloading ISO/,
    /Download failed .*(?:EOF|timeout|reset|refused|no such host|network is unreachable)/,
  ],
  except: [/[Cc]hecksums? d/, /\b40[34]\b/],
  remedy: 'Try again later, or give a second URL in iso_urls or a local copy.',
  action: 'retry-backoff',
};
