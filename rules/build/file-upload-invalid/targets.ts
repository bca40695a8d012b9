import { type ComponentView, commandsIn, type Script, type Template } from 'packer-hybrid/rules';
import { textOf } from '../_shared/settings.ts';
import { ordinaryUser, rootOwned } from '../_shared/users.ts';

export interface Refused {
  readonly destination: string;
  readonly user: string;
}

/** An upload to where only root may write, by another user. */
export function refusedUpload(template: Template, view: ComponentView): Refused | undefined {
  const { component, build, sources } = view;
  const destination = textOf(component.body, 'destination');
  if (destination === undefined || !rootOwned.test(destination)) return undefined;
  if (textOf(component.body, 'direction') === 'download') return undefined;
  const user = ordinaryUser(template, build, sources);
  return user === undefined ? undefined : { destination, user };
}

/** Commands that give somebody else rights to a folder. */
const granting = /^(?:chmod|chown|setfacl|chgrp|install)$/;

/** Folders that earlier steps of the same build opened to others. */
export function openedFolders(scripts: readonly Script[], view: ComponentView): readonly string[] {
  return scripts
    .filter(({ owner }) => owner.build === view.build && 'component' in owner && owner.index < view.index)
    .flatMap((script) => commandsIn(script))
    .filter(({ name }) => granting.test(name))
    .flatMap(({ words }) => words.slice(1))
    .filter((word) => word.startsWith('/') && word !== '/')
    .map((word) => word.replace(/\/+(?:\*)?$/, ''));
}
