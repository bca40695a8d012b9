import { HybridError } from '../../errors/index.ts';
import { type Body, durationSeconds, type Template } from '../../language/index.ts';
import type { RecoverySettings } from '../../plugin/index.ts';
import type { TemplateEdit } from '../../schema/index.ts';

/** Whoever may write this attribute could weaken what the image is trusted for. */
const trust =
  /insecure|checksum|verif|validat|host_?key|tls|ssl|x509|cert|trust|policy|password|passphrase|secret|token|credential|private_key|agent_auth|unencrypted|secure|encrypt|sudo|role|permission|firewall|force|overwrite|accept/i;
const limits = /(?:^|_)(?:timeout|wait)(?:_|$)/;

/** Throws PH_RECOVERY_FORBIDDEN for an edit that is neither a capped time limit nor a value that the user approved. */
export function guardEdit(edit: TemplateEdit, settings: RecoverySettings): void {
  const { attribute, to } = edit;
  const refuse = (reason: string) => new HybridError('PH_RECOVERY_FORBIDDEN', { attribute, reason });
  if (trust.test(attribute)) throw refuse('it decides what is trusted');
  const value = textOf(to);
  if (value === undefined) throw refuse('only a plain text may be set');
  if (settings.approved[attribute]?.includes(value)) return;
  if (!limits.test(attribute)) throw refuse(`"${value}" is not in its approved list`);
  const seconds = durationSeconds(value);
  if (seconds === undefined) throw refuse(`"${value}" is no duration`);
  const { ceilingMinutes } = settings.timeouts;
  if (seconds > ceilingMinutes * 60) throw refuse(`more than ${ceilingMinutes} minutes are not allowed`);
}

/** Makes sure that nothing but the announced attributes changed; throws PH_RECOVERY_FORBIDDEN otherwise. */
export function guardOverlay(before: Template, after: Template, edits: readonly TemplateEdit[]): void {
  const announced = new Set(edits.map(({ attribute }) => attribute));
  const [old, now] = [attributesOf(before), attributesOf(after)];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    if (old.get(key) === now.get(key)) continue;
    const attribute = key.slice(key.lastIndexOf('/') + 1);
    if (!announced.has(attribute)) {
      throw new HybridError('PH_RECOVERY_FORBIDDEN', { attribute, reason: 'the step did not announce it' });
    }
  }
}

/** The text of a quoted string without interpolation. */
function textOf(expression: string): string | undefined {
  const quoted = /^"((?:[^"\\$%]|\\.)*)"$/.exec(expression.trim());
  return quoted ? quoted[1]?.replaceAll(/\\(.)/g, '$1') : undefined;
}

/** Every attribute of a template as written, by the way that leads to it. */
function attributesOf({ blocks, files, variableFiles }: Template): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const walk = (body: Body, way: string) => {
    for (const { name, text } of body.attributes) texts.set(`${way}/${name}`, text);
    for (const [index, block] of body.blocks.entries())
      walk(block.body, `${way}/${index} ${block.type} ${block.labels.join(' ')}`);
  };
  const templateBlocks = blocks.map((block, index) => ({ block, way: `${index} ${block.type}` }));
  for (const { block, way } of templateBlocks) walk(block.body, `${way} ${block.labels.join(' ')}`);
  for (const { path, body } of variableFiles) walk(body, path);
  texts.set('/files', files.map(({ path }) => path).join('\n'));
  return texts;
}
