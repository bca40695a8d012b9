import { type ComponentView, startOf, type Template } from 'packer-hybrid/rules';
import { placeOf } from '../_shared/problem.ts';
import { flagOf, isSet } from '../_shared/settings.ts';
import { bodyIn, ordinaryUser } from '../_shared/users.ts';
import type { PuppetProblem } from './index.ts';

/** What is wrong with regard to the machine: the rights of the user, and whether Puppet is there at all. */
export function guestProblems(template: Template, view: ComponentView): readonly PuppetProblem[] {
  const { component, build, sources } = view;
  const problems: PuppetProblem[] = [];
  const user =
    flagOf(component.body, 'prevent_sudo') === true ? ordinaryUser(template, build, sources) : undefined;
  if (user !== undefined) {
    problems.push({
      at: placeOf(component.body, 'prevent_sudo'),
      message: 'sudo',
      sub: 'sudo',
      data: { user },
    });
  }
  const isFromMedium = sources.some((source) => isMedium(template, view, source));
  if (isFromMedium && !installsPuppet(view)) {
    const at = startOf(component);
    problems.push({ at, message: 'not-installed', sub: 'not-installed', severity: 'low', confidence: 0.6 });
  }
  return problems;
}

function isMedium(
  template: Template,
  { build }: ComponentView,
  source: ComponentView['sources'][number],
): boolean {
  if (!/-iso$|^qemu$/.test(source.type)) return false;
  const body = bodyIn(template, build, source);
  // A disk image or a machine that is prepared by other means may bring Puppet along.
  return !isSet(body, 'disk_image') && !mentionsPuppet(template);
}

/** Scripts of their own and answer files say nothing here: any step that runs something may install it. */
function installsPuppet({ build, index }: ComponentView): boolean {
  return build.provisioners
    .slice(0, index)
    .some(({ type, body }) =>
      /^(puppet|ansible|chef|salt)/.test(type)
        ? true
        : body.attributes.some(({ name, text }) => /^scripts?$/.test(name) || /puppet/i.test(text)),
    );
}

/** Packages in a boot command or an answer file that is part of the template. */
function mentionsPuppet({ sources, locals }: Template): boolean {
  const texts = [
    ...sources.flatMap(({ body }) =>
      body.attributes.filter(({ name }) => /boot_command|_content$/.test(name)),
    ),
    ...locals.map(({ expression }) => ({ text: JSON.stringify(expression) })),
  ];
  return texts.some(({ text }) => /puppet/i.test(text));
}
