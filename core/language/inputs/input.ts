/** What a file is to the build; the hash manifest groups by it. */
export type InputKind = 'template' | 'variables' | 'script' | 'provisioner' | 'image';

/** A file that decides how a build comes out. */
export interface TemplateInput {
  /** Absolute. */
  readonly path: string;
  readonly kind: InputKind;
}

/** Who owns source or provisioner types, and which of their attributes name local files or folders. */
export interface InputOwner {
  readonly types: readonly string[];
  readonly fileAttributes: readonly string[];
}
