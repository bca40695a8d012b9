import type {
  Attribute,
  Block,
  Body,
  Build,
  Expression,
  Labelled,
  Local,
  Template,
  TemplateFile,
  Variable,
} from '../language/index.ts';
import type { Impact, RecoveryComplexity, Severity, SourceRange } from '../schema/index.ts';
import type { MessageData } from './placeholders.ts';
import type { ComponentView, Script, TargetView } from './views.ts';

export type Family = 'syntax' | 'security' | 'architecture' | 'build';

/** What a rule says of itself; the readme holds the rest. */
export interface RuleMeta {
  /** One sentence: what is wrong when it reports. */
  readonly summary: string;
  readonly severity: Severity;
  readonly impact: Impact;
  readonly recovery: RecoveryComplexity;
  /** How often a report is right, from 0 to 1, before anybody gave feedback. */
  readonly confidence: number;
  /** What to do about it, in one or two sentences. */
  readonly remedy: string;
  /** Corrected HCL, as short as it can be. */
  readonly example: string;
  /** Whether the rule belongs to the `recommended` preset; `strict` has every rule, `security` its family. */
  readonly recommended: boolean;
  readonly fixable?: 'safe' | 'suggested';
  /**
   * Whether it concludes from what is not there: such a rule does not run on a template with syntax errors, where the
   * missing part may be what could not be read. Rules named `unused-…`, `missing-…`, `undeclared-…` do so unless told.
   */
  readonly needsWholeTemplate?: boolean;
}

/** A replacement in a file that belongs to the template. */
export interface TextEdit {
  readonly range: SourceRange;
  readonly newText: string;
}

/** Anything with a place. */
export interface Placed {
  readonly range: SourceRange;
}

/** One problem, as a rule reports it. */
export type Report<Messages extends Record<string, string>> = {
  [Id in keyof Messages & string]: {
    readonly at: Placed | SourceRange;
    readonly message: Id;
    /** Appended to the rule's id: `build/azure-option-conflict/spot-with-eviction`. */
    readonly sub?: string;
    /** Where this case is graver or lighter than the rule as a whole. */
    readonly severity?: Severity;
    readonly confidence?: number;
    readonly remedy?: string;
    readonly fix?: readonly TextEdit[];
  } & MessageData<Messages[Id]>;
}[keyof Messages & string];

/** A file that a template names, read on demand; undefined when missing, too large, binary or outside the workspace. */
export interface NamedFile {
  /** Relative to the workspace root. */
  readonly path: string;
  readonly text: string;
}

export interface RuleContext<Messages extends Record<string, string>, Options> {
  readonly template: Template;
  readonly options: Options;
  report(problem: Report<Messages>): void;
  /** Reads a file as Packer would find it: relative to the folder in which Packer is started. */
  readFile(path: string): NamedFile | undefined;
  exists(path: string): boolean;
}

/** What holds an attribute or a block: the component or source around it, outermost first. */
export interface Holder {
  readonly kind:
    | 'source'
    | 'build-source'
    | 'provisioner'
    | 'post-processor'
    | 'data'
    | 'build'
    | 'variables-file';
  /** Component type, such as `shell` or `proxmox-iso`; the file's path for a variables file. */
  readonly type: string;
  readonly body: Body;
  /** Blocks between the component and the node, outermost first. */
  readonly blocks: readonly Block[];
}

/**
 * Called for every node of its kind. Values are `known`, `unknown` or `sensitive`: a rule is silent on `unknown`.
 * Declarations resolve over the whole template, never per file.
 */
export interface RuleVisitor {
  /** Once, before all others. */
  template?(template: Template): void;
  file?(file: TemplateFile): void;
  variable?(variable: Variable): void;
  local?(local: Local): void;
  data?(data: Labelled): void;
  source?(source: Labelled): void;
  target?(target: TargetView): void;
  build?(build: Build): void;
  provisioner?(view: ComponentView): void;
  postProcessor?(view: ComponentView): void;
  attribute?(attribute: Attribute, holder: Holder): void;
  block?(block: Block, holder: Holder): void;
  /** Every expression and every one inside it. */
  expression?(expression: Expression): void;
  script?(script: Script): void;
  /** Once, after all others. */
  end?(template: Template): void;
}

/** A rule finds one delusion: something that a template's author believes and that is not so. */
export interface Rule<Messages extends Record<string, string> = Record<string, string>, Options = unknown> {
  readonly id: `${Family}/${string}`;
  readonly meta: RuleMeta;
  readonly messages: Messages;
  /** Names that are appended to the id, with what each stands for. */
  readonly subs?: Readonly<Record<string, string>>;
  readonly defaults?: Options;
  create(context: RuleContext<Messages, Options>): RuleVisitor;
}

// biome-ignore lint/suspicious/noExplicitAny: rules with every kind of message and option share one list
export type AnyRule = Rule<any, any>;

/** Keeps the types of messages and options, so that a report that does not fit them does not compile. */
export function defineRule<const Messages extends Record<string, string>, Options = undefined>(
  rule: Rule<Messages, Options>,
): Rule<Messages, Options> {
  return rule;
}
