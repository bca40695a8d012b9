import type { Component, ComponentView, Script, TargetView, Template } from 'packer-hybrid/rules';
import { runsAfterFailure } from './on-guest.ts';

/** A provisioner with what it runs. */
export interface Step {
  readonly component: Component;
  readonly view: ComponentView;
  /** Its inline commands and its script files, as far as they can be read. */
  readonly scripts: readonly Script[];
}

/** Collects the steps of a template while it is walked. */
export interface StepLog {
  provisioner(view: ComponentView): void;
  script(script: Script): void;
  /** What a target goes through, in order; what runs only after a failure is not among it. */
  stepsOf(target: TargetView): readonly Step[];
}

/** An empty log of steps. */
export function stepLog(template: Template): StepLog {
  const views: ComponentView[] = [];
  const scripts = new Map<unknown, Script[]>();
  return {
    provisioner(view) {
      if (!runsAfterFailure(template, view.component)) views.push(view);
    },
    script(script) {
      if (script.origin === 'command' && script.attribute !== 'command') return;
      scripts.set(script.owner, [...(scripts.get(script.owner) ?? []), script]);
    },
    stepsOf: ({ build, source }) =>
      views
        .filter((view) => view.build === build && view.sources.includes(source))
        .map((view) => ({ component: view.component, view, scripts: scripts.get(view) ?? [] })),
  };
}

/** Everything that a step's scripts say. */
export function textOfStep({ scripts }: Step): string {
  return scripts.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n');
}
