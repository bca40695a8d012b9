/** Knows every secret of a run and masks it wherever it shows up. */
export interface Secrets {
  /** Registers a value; values shorter than the minimum length are ignored, so that one letter cannot destroy a log. */
  add(value: string): void;
  /** Masks raw, base64, URL- and JSON-encoded forms of all registered values. */
  redact(text: string): string;
}
