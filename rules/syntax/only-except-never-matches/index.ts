import { attributeOf, type ComponentView, defineRule, isJson } from 'packer-hybrid/rules';
import { blockOf, namesAllSources } from '../_shared/listed-sources.ts';
import { isLegacy } from '../_shared/whole-files.ts';
import { betterNames } from './better-names.ts';
import { namedItems } from './named-items.ts';

export default defineRule({
  id: 'syntax/only-except-never-matches',
  meta: {
    summary: 'only or except of a step names none of the sources of its build.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.96,
    remedy: 'Name sources as <type>.<name>, without "source." in front and without wildcards.',
    example: 'provisioner "shell" {\n  only   = ["proxmox-iso.ubuntu"]\n  inline = ["true"]\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: '"{item}" is no source of this build, so the step {effect}; {better} was probably meant.',
    unknown: '"{item}" is no source of this build, so the step {effect}. Its sources: {known}.',
    wildcard:
      '"{item}" is compared letter by letter, so the step {effect}: wildcards work on the command line alone.',
    empty: 'An empty list restricts nothing: the step runs for every source.',
    both: 'A step has either "only" or "except"; Packer refuses both at once.',
  },
  create({ template, report }) {
    if (isLegacy(template)) return {};

    /** Names that Packer compares with; those of all sources where the list of the build is not written out. */
    function idsOf({ build }: ComponentView): readonly string[] {
      const block = blockOf(template, build);
      const ids = build.sources.map(({ type, alias }) => `${type}.${alias}`);
      const all = template.sources.map(({ type, name }) => `${type}.${name}`);
      return block && namesAllSources(block) ? ids : [...new Set([...ids, ...all])];
    }

    function check(view: ComponentView): void {
      const { body } = view.component;
      const [only, except] = [attributeOf(body, 'only'), attributeOf(body, 'except')];
      const isSet = (one: typeof only) => one && one.value.state === 'known' && one.value.value !== null;
      if (except && isSet(only) && isSet(except)) {
        report({ at: except, message: 'both', severity: 'critical' });
      }
      const ids = idsOf(view);
      if (ids.length === 0) return;
      for (const attribute of [only, except]) {
        if (!attribute) continue;
        const items = namedItems(template, attribute);
        if (attribute === only && items?.length === 0)
          report({ at: only, message: 'empty', severity: 'low' });
        const effect = attribute === only ? 'never runs for it' : 'runs all the same';
        for (const { item, range, isWritten } of items ?? []) {
          if (!ids.includes(item)) reportItem({ item, range, isWritten, effect, ids });
        }
      }
    }

    function reportItem({ item, range, isWritten, effect, ids }: WrongItem): void {
      const better = betterNames(item, ids);
      const data = {
        item,
        effect,
        known: ids.join(', '),
        better: better.map((name) => `"${name}"`).join(' or '),
      };
      const newText = better.map((name) => `"${name}"`).join(', ');
      if (better.length > 0) {
        const fix = isWritten && !isJson(range) ? [{ range, newText }] : [];
        report({ at: range, message: 'meant', data, fix });
      } else if (/[*?[]/.test(item)) report({ at: range, message: 'wildcard', data });
      else report({ at: range, message: 'unknown', data });
    }

    return { provisioner: check, postProcessor: check };
  },
});

type WrongItem = NonNullable<ReturnType<typeof namedItems>>[number] & {
  readonly effect: string;
  readonly ids: readonly string[];
};
