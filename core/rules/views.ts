import type { Body, Build, Component, Labelled, SourceUse } from '../language/index.ts';
import type { SourceRange } from '../schema/index.ts';

/** A source as one build uses it: its own body merged with what the build adds; a source that no build uses stands alone. */
export interface TargetView {
  readonly type: string;
  readonly name: string;
  readonly source: Labelled;
  readonly build: Build | undefined;
  readonly use: SourceUse | undefined;
  readonly body: Body;
  /** Every source that the same build uses, this one included. */
  readonly siblings: readonly Labelled[];
}

/** A component in its build. */
export interface ComponentView {
  readonly component: Component;
  readonly build: Build;
  /** Sources that it runs for, after `only` and `except`. */
  readonly sources: readonly Labelled[];
  /** Its place among the build's provisioners, or post-processors of its chain, from 0. */
  readonly index: number;
}

/** One line of a script, with its place in the template (without quotation marks) or in the script's own file. */
export interface ScriptLine {
  /** What is unknown or secret stays as it is written: `${var.name}`. */
  readonly text: string;
  readonly range: SourceRange;
}

/** Commands that a component runs: an `inline` list, a script file, or an attribute such as `execute_command`. */
export interface Script {
  readonly origin: 'inline' | 'file' | 'command';
  readonly shell: 'sh' | 'powershell' | 'cmd' | 'other';
  readonly lines: readonly ScriptLine[];
  /** What stands behind `#!`, or the provisioner's `inline_shebang`; undefined where neither says anything. */
  readonly shebang: string | undefined;
  /** The attribute that holds or names it. */
  readonly attribute: string;
  readonly owner: ComponentView | TargetView;
}
