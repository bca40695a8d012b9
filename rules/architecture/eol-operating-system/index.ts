import { type Attribute, attributeOf, blocksOf, defineRule, type TargetView } from 'packer-hybrid/rules';
import { textOf, textsOf } from '../_shared/settings.ts';
import { endedIn } from './releases.ts';

interface Options {
  /** Systems for which somebody pays longer support, such as `Ubuntu 20.04`. */
  readonly supported: readonly string[];
}

export default defineRule({
  id: 'architecture/eol-operating-system',
  meta: {
    summary: 'The operating system gets no security updates any more.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'complex',
    confidence: 0.8,
    remedy: 'Build a release that its vendor supports.',
    example:
      'image_publisher = "Canonical"\nimage_offer     = "ubuntu-24_04-lts"\nimage_sku       = "server"',
    recommended: true,
  },
  messages: {
    ended:
      '{system} has had no free security updates since {until}, and its mirrors disappear; {successor} still gets them.',
  },
  defaults: { supported: [] } as Options,
  create({ options, report }) {
    const today = new Date().toISOString().slice(0, 10);
    const paid = new Set(options.supported.map((system) => system.toLowerCase()));
    return {
      target(target) {
        for (const { attribute, names } of systemNames(target)) {
          const ended = names.map((name) => endedIn(name, today)).find((one) => one);
          if (!ended || paid.has(ended.system.toLowerCase())) continue;
          report({ at: attribute, message: 'ended', data: { ...ended } });
          return;
        }
      },
    };
  },
});

interface Named {
  readonly attribute: Attribute;
  readonly names: readonly string[];
}

/** What names the system, the surest first; of paths and addresses only the file's own name. */
function systemNames({ body }: TargetView): readonly Named[] {
  const sku = attributeOf(body, 'image_sku');
  const offer = textOf(body, 'image_offer');
  const azure =
    sku && offer !== undefined
      ? [{ attribute: sku, names: [`${offer}-${textOf(body, 'image_sku') ?? ''}`] }]
      : [];
  const bodies = [body, ...blocksOf(body, 'boot_iso').map((block) => block.body)];
  const files = bodies.flatMap((one) =>
    [
      'iso_url',
      'iso_urls',
      'iso_file',
      'iso_paths',
      'vm_name',
      'template_name',
      'clone_vm',
      'template',
    ].flatMap((name) => {
      const attribute = attributeOf(one, name);
      return attribute ? [{ attribute, names: textsOf(one, name).map(fileName) }] : [];
    }),
  );
  return [...azure, ...files];
}

function fileName(path: string): string {
  return (path.split('?')[0] ?? path).split(/[/\\]/).at(-1) ?? path;
}
