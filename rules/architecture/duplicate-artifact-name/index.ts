// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import {
  type Attribute,
  attributeOf,
  defineRule,
  type TargetView,
  walkExpression,
} from 'packer-hybrid/rules';
import { artifactNames } from '../_shared/artifact-names.ts';

interface Named {
  readonly target: TargetView;
  readonly attribute: Attribute;
  readonly key: string;
}

export default defineRule({
  id: 'architecture/duplicate-artifact-name',
  meta: {
    summary: 'Two sources that are built together make images of the same name.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.93,
    remedy: 'Put what tells the images apart into their names.',
    example: 'template_name = "win11-${source.name}"',
    recommended: true,
  },
  messages: {
    duplicate:
      '"{name}" of "{source}" comes to the same as that of "{other}": both are built at once, and one fails or deletes the image of the other.',
  },
  create({ report }) {
    const seen: Named[] = [];

    function check(named: Named): void {
      const other = seen.find(({ key, target }) => key === named.key && isBuiltWith(target, named.target));
      seen.push(named);
      if (!other) return;
      const data = {
        name: named.attribute.name,
        source: fullName(named.target),
        other: fullName(other.target),
      };
      report({ at: named.attribute, message: 'duplicate', data });
    }

    return {
      target(target) {
        for (const { attribute, places } of artifactNames(target)) {
          const key = [attribute, ...places].map((one) => (one ? keyOf(one) : ''));
          if (!isDistinct(attribute) && !places.some((one) => one && isDistinct(one)))
            check({ target, attribute, key: [family(target), ...key].join('\n') });
        }
        const id = target.type.startsWith('proxmox-') ? attributeOf(target.body, 'vm_id') : undefined;
        if (id?.value.state !== 'known' || Number(id.value.value) === 0) return;
        const url = attributeOf(target.body, 'proxmox_url');
        check({ target, attribute: id, key: ['vm_id', keyOf(id), url ? keyOf(url) : ''].join('\n') });
      },
    };
  },
});

/** Its value, or, where that is unknown, the expression: the same one gives the same value. */
function keyOf({ value, text }: Attribute): string {
  return value.state === 'known' ? JSON.stringify(value.value) : text;
}

/** Whether the text is another one for every source. */
function isDistinct({ text, expression }: Attribute): boolean {
  if (/\{\{/.test(text)) return true;
  return [...walkExpression(expression)].some((part) => {
    if (part.kind === 'call') return part.name.startsWith('uuid');
    return part.kind === 'name' && /^(?:source|build|each)$/.test(part.name);
  });
}

/** Sources of different plugins live in different places. */
function family({ type }: TargetView): string {
  return type.split('-')[0] ?? type;
}

/** Not for a source that the build leaves out, nor for two declarations of one name. */
function isBuiltWith(one: TargetView, other: TargetView): boolean {
  if ((one.build === undefined) !== (other.build === undefined)) return false;
  if (one.source !== other.source) return one.type !== other.type || one.name !== other.name;
  return one.use !== other.use && one.build === other.build;
}

function fullName({ type, name, use }: TargetView): string {
  return `${type}.${use?.alias ?? name}`;
}
