import type { SourceRange } from '../schema/index.ts';
import type { Expression } from './syntax/expression.ts';
import type { Value } from './value.ts';

/** A Packer template: all files of one directory, or one file, read as one. Incomplete files keep every block that is whole. */
export interface Template {
  /** Relative to the workspace root, with `/`; `.` is the root itself. */
  readonly path: string;
  readonly kind: 'directory' | 'file';
  /** Absolute folder that Packer calls `path.root`. */
  readonly root: string;
  /** Absolute folder in which Packer is started: what relative paths count from. */
  readonly cwd: string;
  readonly files: readonly TemplateFile[];
  readonly requirements: PackerRequirements;
  readonly variables: readonly Variable[];
  readonly locals: readonly Local[];
  readonly dataSources: readonly Labelled[];
  readonly sources: readonly Labelled[];
  readonly builds: readonly Build[];
  /** Every block at the top of its files as it is written, also those that Packer does not know. */
  readonly blocks: readonly Block[];
  /** What the variable files say, in the order in which Packer reads them. */
  readonly variableFiles: readonly VariablesFile[];
  readonly errors: readonly TemplateError[];
}

export interface TemplateFile {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  readonly absolutePath: string;
  readonly syntax: 'hcl' | 'json' | 'legacy-json';
  readonly role: 'template' | 'variables';
  readonly text: string;
  /** Whether `text` stands in for what is on the disk. */
  readonly isOverlaid?: true;
  /** In the order of the file: of every form that HCL has, in JSON the values of `"//"`. */
  readonly comments: readonly Comment[];
}

/** A variable file: each of its attributes gives one variable its value. */
export interface VariablesFile {
  /** As in `files`. */
  readonly path: string;
  readonly body: Body;
}

/** What people wrote to each other: rules read it for suppressions. */
export interface Comment {
  /** Without the signs around it and without white space at its ends. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface TemplateError {
  readonly kind: 'syntax' | 'declaration' | 'reference' | 'type' | 'evaluation' | 'schema';
  readonly message: string;
  readonly range: SourceRange;
  /** How it would be right, where that is not plain from the message. */
  readonly example?: string;
}

export interface PackerRequirements {
  /** `required_version` as written. */
  readonly version: string | undefined;
  readonly plugins: readonly RequiredPlugin[];
  /** The `required_plugins` blocks: Packer before 1.7 does not know them. */
  readonly pluginBlocks: readonly SourceRange[];
}
export interface RequiredPlugin {
  readonly name: string;
  readonly source: string | undefined;
  readonly version: string | undefined;
  readonly range: SourceRange;
}

export interface Variable {
  readonly name: string;
  readonly sensitive: boolean;
  /** As written, such as `list(string)`. */
  readonly type: string | undefined;
  readonly description: string | undefined;
  /** After defaults, variable files, environment and settings. */
  readonly value: Value;
  readonly hasDefault: boolean;
  readonly range: SourceRange;
}
export interface Local {
  readonly name: string;
  readonly sensitive: boolean;
  readonly value: Value;
  /** It cannot be computed: `errors` says why. */
  readonly failed?: true;
  readonly expression: Expression;
  readonly range: SourceRange;
}

/** `source "qemu" "debian" { … }`, `data "http" "index" { … }` */
export interface Labelled {
  readonly type: string;
  readonly name: string;
  readonly body: Body;
  readonly range: SourceRange;
}

export interface Build {
  readonly name: string | undefined;
  readonly sources: readonly SourceUse[];
  readonly provisioners: readonly Component[];
  readonly postProcessors: readonly Component[];
  readonly range: SourceRange;
}

/** One entry of `sources = [ … ]`, or a `source "type.name" { … }` block inside a build. */
export interface SourceUse {
  readonly type: string;
  readonly name: string;
  /** What Packer calls the build: the source's name unless the block has a `name` of its own. */
  readonly alias: string;
  /** What the block adds to the source, empty for a list entry. */
  readonly body: Body;
  readonly range: SourceRange;
}

/** A provisioner or post-processor. */
export interface Component {
  readonly type: string;
  readonly name: string | undefined;
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly body: Body;
  readonly range: SourceRange;
}

/** What stands between two braces. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  readonly range: SourceRange;
}
export interface Attribute {
  readonly name: string;
  readonly value: Value;
  /** What the value comes from: calls and references stay visible where the value is unknown. */
  readonly expression: Expression;
  /** The expression as written. */
  readonly text: string;
  readonly range: SourceRange;
  readonly valueRange: SourceRange;
}
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Of a `dynamic` block: the blocks that it makes, where that is known. */
  readonly makes?: readonly Block[];
  readonly range: SourceRange;
}
