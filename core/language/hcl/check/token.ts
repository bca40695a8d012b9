/** One word of HCL. Punctuation has its own text as its kind. */
export interface Token {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** A string, heredoc or comment that never ends. */
  readonly open?: boolean;
}
