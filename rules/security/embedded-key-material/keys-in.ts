/** A usable key or token in a text. */
export interface FoundKey {
  readonly what: string;
  readonly start: number;
  readonly end: number;
  readonly isVagrant: boolean;
}

const forms: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z\d]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['an AWS access key', /\b(?:AKIA|ASIA)[\dA-Z]{16}\b/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z\d]{36,}|github_pat_[A-Za-z\d_]{60,})\b/g],
  ['a Slack token', /\bxox[abposr]-[A-Za-z\d-]{10,}/g],
  ['a GitLab token', /\bglpat-[\w-]{20,}/g],
  ['an HCP or Vault token', /\b(?:hv[sbr]\.[\w-]{20,}|[A-Za-z\d]{14}\.atlasv1\.[\w-]{60,})/g],
  ['a Google API key', /\bAIza[\w-]{35}\b/g],
  ['a shared access signature of Azure', /[?&]sig=[A-Za-z\d%+/]{30,}={0,2}/g],
  ['a signed token (JWT)', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
];

/** Where a text holds what logs somebody in; public keys, certificates and examples do not. */
export function keysIn(text: string): readonly FoundKey[] {
  return forms.flatMap(([what, form]) =>
    [...text.matchAll(form)].flatMap((match): readonly FoundKey[] => {
      const [found] = match;
      const start = match.index;
      const after = text.slice(start + found.length, start + found.length + 300);
      if (isExample(found, after)) return [];
      return [{ what, start, end: start + found.length, isVagrant: isVagrantKey(after) }];
    }),
  );
}

/** Documentation: `…EXAMPLE`, a body of dots, or a header that nothing follows. */
function isExample(found: string, after: string): boolean {
  if (!found.startsWith('-----')) return /EXAMPLE|x{6,}|0{8,}/i.test(found);
  const body = after.replaceAll(/\\[rn]/g, '\n').trimStart();
  return !/^(?:Proc-Type|Version:|Comment:|[A-Za-z\d+/=]{16,})/.test(body.replaceAll(/^[\s"'|>+-]+/g, ''));
}

/** The keys that Vagrant publishes for its boxes. */
function isVagrantKey(after: string): boolean {
  const body = after.replaceAll(/\s|\\n/g, '');
  return (
    /^MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr/.test(body) ||
    /^b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACAdWqLZ/.test(body)
  );
}
