import { type CheckInput, type HybridError, isHybridError } from 'packer-hybrid';
import type { PackerProgram } from '../locate/index.ts';

const id = 'packer/version';

/** What preflight says about the Packer that was found. */
export function programCheck({ path, version, capabilities }: PackerProgram): CheckInput {
  const reduced =
    capabilities.mode === 'reduced'
      ? ' in reduced mode: its plugins are built in, and required_plugins is kept from it'
      : '';
  const proof = capabilities.proof === 'documented' ? '; this version works by its documentation only' : '';
  return { id, ok: true, message: `Packer ${version} is used (${path})${reduced}${proof}.` };
}

/** A missing Packer is an answer of preflight; a download that failed is a failure of its own, with its own exit code. */
export function missingCheck(cause: unknown): CheckInput {
  if (!isHybridError(cause) || !isAnswer(cause)) throw cause;
  const security = cause.code === 'PH_CHECKSUM_MISMATCH';
  return { id, ok: false, message: cause.message, remedy: cause.remedy, ...(security ? { security } : {}) };
}

function isAnswer(error: HybridError): boolean {
  return ['PH_PACKER_MISSING', 'PH_PACKER_SILENT', 'PH_PACKER_UNSUPPORTED', 'PH_CHECKSUM_MISMATCH'].includes(
    error.code,
  );
}
