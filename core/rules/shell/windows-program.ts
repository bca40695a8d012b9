/** A program as Windows compares it: without folder and `.exe`, in lower case. */
export function windowsProgram(word: string): string {
  const isPath = /^[\w .:%$\\/-]+$/.test(word);
  return (isPath ? word.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '') : word).toLowerCase();
}
