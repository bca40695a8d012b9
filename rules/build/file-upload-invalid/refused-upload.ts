import { attributeOf, type ComponentView, commandsIn, type Script, type Template } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';
import { textOf } from '../_shared/settings.ts';
import { ordinaryUser, rootOwned } from '../_shared/users.ts';

/** An upload to where only root may write, by another user, unless an earlier step opened the folder. */
export function refusedUpload(
  template: Template,
  view: ComponentView,
  scripts: readonly Script[],
): readonly Problem<'destination-not-writable'>[] {
  const { component, build, sources } = view;
  const destination = textOf(component.body, 'destination');
  const at = attributeOf(component.body, 'destination');
  if (!at || destination === undefined || !rootOwned.test(destination)) return [];
  if (textOf(component.body, 'direction') === 'download') return [];
  const user = ordinaryUser(template, build, sources);
  const isOpen = openedFolders(scripts, view).some((folder) => `${destination}/`.startsWith(`${folder}/`));
  if (user === undefined || isOpen) return [];
  return [{ id: 'destination-not-writable', at, data: { destination, user } }];
}

/** Commands that give somebody else rights to a folder. */
const granting = /^(?:chmod|chown|setfacl|chgrp|install)$/;

/** Folders that earlier steps of the same build opened to others. */
function openedFolders(scripts: readonly Script[], view: ComponentView): readonly string[] {
  return scripts
    .filter(({ owner }) => owner.build === view.build && 'component' in owner && owner.index < view.index)
    .flatMap((script) => commandsIn(script))
    .filter(({ name }) => granting.test(name))
    .flatMap(({ words }) => words.slice(1))
    .filter((word) => word.startsWith('/') && word !== '/')
    .map((word) => word.replace(/\/+(?:\*)?$/, ''));
}
