/**
 * What the process says to its caller.
 * 0 success · 1 findings, usage, validation, configuration or a failure nobody understands ·
 * 2 infrastructure or transient failure · 3 security or retention violation · 130 interrupted.
 */
export const ExitCode = { ok: 0, failed: 1, transient: 2, security: 3, interrupted: 130 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const worstFirst: readonly ExitCode[] = [130, 3, 1, 2, 0];

/** Of several targets the worst wins: 130, 3, 1, 2, 0. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => codes.includes(code)) ?? ExitCode.ok;
}
