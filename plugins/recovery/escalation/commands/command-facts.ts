import { resolve } from 'node:path';
import {
  attributeValue,
  type Diagnosis,
  portablePath,
  type RunRecord,
  sourceBody,
  type TargetRecord,
  type Template,
} from 'packer-hybrid';
import { shellWord } from './shell-word.ts';

/** What commands are made of; every text is one word of a shell already. */
export interface CommandFacts {
  readonly run: string;
  readonly target: TargetRecord;
  readonly causes: readonly string[];
  readonly classes: readonly string[];
  /** Where packer-hybrid is called, and the target's log seen from there. */
  readonly log: string;
  readonly template: Template;
  /** An attribute of the source, where it is known and no secret. */
  value(attribute: string): string | undefined;
  /** A file that the first provisioner of a type names, seen from the workspace. */
  file(provisioner: string, attribute: string): string | undefined;
  /** The first address in the evidence. */
  readonly url: string | undefined;
}

export interface CommandSubject {
  readonly record: RunRecord;
  readonly target: TargetRecord;
  readonly template: Template;
  readonly log: string;
  /** The workspace's. */
  readonly root: string;
}

/** Gathers what is known of a failed target. */
export function commandFacts({ record, target, template, log, root }: CommandSubject): CommandFacts {
  const { source, build } = target.target;
  const body = sourceBody(template, { ...source, build });
  const components = template.builds.flatMap(({ provisioners }) => provisioners);
  return {
    ...{ run: record.run, target, template, log: shellWord(log) },
    causes: target.diagnoses.map(({ cause }) => cause),
    classes: target.diagnoses.map((diagnosis) => diagnosis.class),
    value: (attribute) => plain(attributeValue(body, attribute)),
    file(provisioner, attribute) {
      const found = components.find(({ type }) => type === provisioner);
      const value = found && attributeValue(found.body, attribute);
      if (value?.state !== 'known' || typeof value.value !== 'string') return undefined;
      return shellWord(portablePath(root, resolve(template.cwd, value.value)));
    },
    url: urlIn(target.diagnoses),
  };
}

function plain(value: ReturnType<typeof attributeValue>): string | undefined {
  if (value.state !== 'known') return undefined;
  const { value: json } = value;
  if (typeof json === 'number') return String(json);
  return typeof json === 'string' && json !== '' ? shellWord(json) : undefined;
}

/** Only what is plainly an address: it comes from a log and is going to be pasted into a shell. */
function urlIn(diagnoses: readonly Diagnosis[]): string | undefined {
  for (const { evidence } of diagnoses) {
    for (const { text } of evidence) {
      const [url] = /\bhttps?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./~%+-]*)?/.exec(text) ?? [];
      if (url !== undefined) return shellWord(url.replace(/[.,]$/, ''));
    }
  }
  return undefined;
}
