import type { LogText } from './log-text.ts';

/** Whether a line is output of a step, or part of Packer's own reason for the failure. */
export type LinePlace = 'verdict' | 'step';

const stepStart =
  /^(?:Provisioning with |Running local shell script|Running post-processor|Waiting for (?:SSH|WinRM) to|Retrieving ISO|Starting VM|Cloning )/;
const stepFailed = /^(?:Provisioning step had errors|Step ".*" failed|Error executing )/;
const earlyError = /^Error: /;

/** Follows a log and knows what each line is part of. */
export interface LogPlace {
  /** Where the line stands, and whether a new step begins with it. */
  enter(line: LogText): { readonly place: LinePlace; readonly isNewStep: boolean };
}

/** Begins at the top of a log. */
export function createLogPlace(): LogPlace {
  let hasSteps = false;
  let isFailing = false;
  let isVerdict = false;
  return {
    enter({ text, isVerdict: begins, isOutput }) {
      // Before the first step, an error is why there was none; later a program may print the same word.
      if (begins || (!hasSteps && !isOutput && earlyError.test(text))) isVerdict = true;
      if (isVerdict && !isOutput) return { place: 'verdict', isNewStep: false };
      const isNewStep = !isFailing && stepStart.test(text);
      hasSteps ||= isNewStep;
      // What cleans up after a failure is no step of its own.
      isFailing ||= stepFailed.test(text);
      return { place: 'step', isNewStep };
    },
  };
}
