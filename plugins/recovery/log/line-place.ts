import type { LogLine } from './log-line.ts';

/** Whether a line is what Packer says itself, what it shows for a build, or what something printed that it ran. */
export type LinePlace = 'packer' | 'build' | 'output';

const stepStart =
  /^(?:Provisioning with |Running (?:local shell script|post-processor|cleanup provisioner)|Uploading |Waiting for (?:SSH|WinRM) to|Retrieving ISO|Starting VM|Cloning |Restarting Machine)/;
const outputStart = /^(?:Provisioning with |Running local shell script|Executing Ansible|Uploading \S+ => )/;
const outputEnd =
  /^(?:Provisioning step had errors|Step ".*" failed|Error executing |Gracefully halting|Executing shutdown|Stopping|Shutting down|Power(?:ing)? off|Converting|Exporting|Terminating|Deregistering|Destroying|Deleting (?:VM|output|temporary)|Capturing|Running post-processor|Cleanup requested|Waiting for (?:SSH|WinRM) to|Timeout wait)/;
const stepFailed =
  /^(?:Provisioning step had errors|Step ".*" failed|Error executing |Script (?:exited with non-zero|disconnected))/;

/** Lines by which the place changes. */
export const placeMarks: readonly RegExp[] = [stepStart, outputStart, outputEnd, stepFailed];

/** Follows the lines of one build and knows what each is part of. */
export interface PlaceFollower {
  enter(line: LogLine): { readonly place: LinePlace; readonly isNewStep: boolean };
}

/** Begins at the top of a log. */
export function createPlaceFollower(): PlaceFollower {
  let isOutput = false;
  let isFailing = false;
  let isVerdict = false;
  return {
    enter({ text, kind }) {
      if (kind === 'verdict') isVerdict = true;
      if (kind !== 'ui' && kind !== 'plain') return { place: 'packer', isNewStep: false };
      if (isVerdict && kind === 'plain') return { place: 'packer', isNewStep: false };
      const isNewStep = !isFailing && stepStart.test(text);
      // What cleans up after a failure is no step of its own.
      isFailing ||= stepFailed.test(text);
      if (outputStart.test(text)) isOutput = !isFailing;
      else if (outputEnd.test(text)) isOutput = false;
      if (isOutput) return { place: 'output', isNewStep };
      return { place: kind === 'ui' ? 'build' : 'packer', isNewStep };
    },
  };
}
