import type { RunContext, Template } from 'packer-hybrid';
import { type TemplateArguments, validateArguments } from '../command/arguments.ts';
import { platformEnvironment } from '../command/platform-environment.ts';
import type { Engine } from '../engine.ts';
import { targetsOf } from './run-command.ts';
import { templateValues } from './template-values.ts';

/** How `packer validate` is asked about a template. */
export interface Validation {
  /** Only the syntax, because values are still to come. */
  readonly isPartial: boolean;
  /** Variables whose values a platform gives when the build begins. */
  readonly open: readonly string[];
  argumentsFor(given: TemplateArguments): readonly string[];
}

/** A platform's values may cost minutes to make, so without them only the syntax is asked for. */
export async function validationOf(
  engine: Engine,
  context: RunContext,
  template: Template,
): Promise<Validation> {
  const targets = targetsOf(template, context);
  const isProvided = targets.some((target) => engine.find(`variables/${target.platform}`) !== undefined);
  const given = await platformEnvironment(engine, context, targets);
  const open = templateValues(template, context).open.filter((name) => !(`PKR_VAR_${name}` in given));
  const isPartial = open.length > 0 && isProvided;
  const names = targets.map((target) => target.packer_name).toSorted();
  return {
    isPartial,
    open,
    argumentsFor: (given) => validateArguments(given, { only: names, syntaxOnly: isPartial }),
  };
}
