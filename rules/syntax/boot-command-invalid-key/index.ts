import {
  type Attribute,
  attributeOf,
  defineRule,
  findIn,
  isJson,
  type TargetView,
  type Template,
} from 'packer-hybrid/rules';
import { heldKeys } from './held-keys.ts';
import { type Judged, judgeKey } from './keys.ts';

export default defineRule({
  id: 'syntax/boot-command-invalid-key',
  meta: {
    summary: 'A boot command holds a key that does not exist, or a key that is never released.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.88,
    remedy: 'Use the names that Packer knows; it types everything else letter by letter.',
    example: 'boot_command = ["<esc><wait5>", "install<enter>"]',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    key: '{text} is no key: Packer types it letter by letter. Use {better}.',
    zero: '{text} waits no time at all, and Packer refuses it.',
    held: '<{key}On> has no <{key}Off> behind it: the key stays pressed.',
    released: '<{key}Off> releases a key that was never pressed.',
  },
  create({ template, report }) {
    return {
      target(target) {
        const attribute = attributeOf(target.body, 'boot_command');
        const texts = attribute && commandOf(target);
        if (!attribute || !texts) return;
        for (const [index, text] of texts.entries()) {
          for (const { 0: token, 1: word = '' } of text.matchAll(/<([A-Za-z][\w .:-]*)>/g)) {
            const judged = judgeKey(word);
            if (judged === undefined || judged === 'right') continue;
            const place = placeOf(template, attribute, { index, token });
            if (judged === 'zero') report({ at: place.at, message: 'zero', data: { text: token } });
            else {
              const fix = place.isExact ? replacement(place.at, judged) : [];
              report({ at: place.at, message: 'key', data: { text: token, better: judged.better }, fix });
            }
          }
        }
        for (const { key, message } of heldKeys(texts.join(''))) {
          report({ at: attribute.valueRange, message, severity: 'medium', data: { key } });
        }
      },
    };
  },
});

function commandOf({ body }: TargetView): readonly string[] | undefined {
  const value = attributeOf(body, 'boot_command')?.value;
  if (value?.state !== 'known' || !Array.isArray(value.value)) return undefined;
  return value.value.map((item) => (typeof item === 'string' ? item : ''));
}

interface Token {
  readonly index: number;
  readonly token: string;
}

/** Where the key is written; the whole list when it comes from elsewhere. */
function placeOf(template: Template, { expression }: Attribute, { index, token }: Token) {
  const item = expression.kind === 'list' ? expression.items[index] : undefined;
  const range = (item ?? expression).range;
  const exact = findIn(template, range, token);
  return { at: exact ?? range, isExact: exact !== undefined && !isJson(range) };
}

function replacement(range: ReturnType<typeof placeOf>['at'], judged: Exclude<Judged, string | undefined>) {
  return /^<\w+>$/.test(judged.better) ? [{ range, newText: judged.better }] : [];
}
