import type { Command } from 'packer-hybrid/rules';

const checks =
  /^(sha\d*sum|shasum|md5sum|gpg|gpgv|gpg2|cosign|minisign|openssl|rpmkeys|get-filehash|certutil)$/;

/** Whether one of the next commands checks the file that this one fetches. */
export function isVerifiedLater(download: Command, next: readonly Command[]): boolean {
  const file = fetchedFile(download);
  return next.some((command) => {
    if (!checks.test(command.name)) return false;
    const text = [command.text, command.pipedFrom?.text ?? '', command.heredoc ?? ''].join(' ');
    return (
      file === undefined ||
      text.includes(file) ||
      command.words.includes('-c') ||
      command.words.includes('--check')
    );
  });
}

/** The name under which it is kept, or that of the URL. */
function fetchedFile({ words }: Command): string | undefined {
  const at = words.findIndex((word) => /^(-[a-zA-Z]*[oO]|--output|--output-document|-OutFile)$/i.test(word));
  const named = at < 0 ? undefined : words[at + 1];
  const path = named && !named.startsWith('-') ? named : words.find((word) => /^(https?|ftp):/.test(word));
  return path?.split('/').at(-1) || undefined;
}
