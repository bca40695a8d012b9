import type { Signature } from '../signature.ts';

export const scpSftpUnavailable: Signature = {
  cause: 'scp-sftp-unavailable',
  class: 'guest',
  retryable: false,
  confidence: 0.8,
  place: 'step',
  patterns: [
    /(?:scp|sftp-server): (?:command )?not found/,
    /subsystem request failed/,
    /unsupported protocol.*scp/,
  ],
  remedy: 'Set ssh_file_transfer_method to the protocol that the guest has, or install it there.',
  action: 'none',
};
