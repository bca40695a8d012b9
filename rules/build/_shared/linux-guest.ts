import { type Body, type ComponentView, fileOf, type TargetView, type Template } from 'packer-hybrid/rules';
import { isWindows } from './is-windows.ts';
import { settingTexts } from './setting-texts.ts';

/** Names of systems without systemd, or that throw their state away. */
const others =
  /windows|win(?:10|11|20\d\d)|alpine|flatcar|coreos|talos|bsd|solaris|opnsense|pfsense|esxi|macos|void|gentoo|openwrt/i;

/** Whether a target is a Linux system with systemd, as far as its settings and its name tell. */
export function isSystemdLinux(template: Template, { body, name }: TargetView): boolean {
  if (isWindows(body)) return false;
  return !others.test([name, template.path, ...settingTexts(body)].join('\n'));
}

/** Whether boxes for Vagrant are made of a build: those get their identity when they come up. */
export function makesBox(postProcessors: readonly ComponentView[], { build, source }: TargetView): boolean {
  return postProcessors.some(
    (view) =>
      view.build === build && view.sources.includes(source) && view.component.type.startsWith('vagrant'),
  );
}

/** Whether post-processors may change the files of an image from outside, which nobody can follow. */
export function isChangedLater(
  postProcessors: readonly ComponentView[],
  { build, source }: TargetView,
): boolean {
  return postProcessors.some(
    ({ build: own, sources, component: { type, body } }) =>
      own === build &&
      sources.includes(source) &&
      type === 'shell-local' &&
      body.attributes.some(({ text }) =>
        /\bsource\b|mount|virt-|guestfish|fuse|\bnbd\b|chroot|\bscripts?\b/.test(text),
      ),
  );
}

/** The settings of a body as they are written in its files. */
export function writtenIn(template: Template, body: Body): string {
  return body.attributes
    .map(({ range }) => fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '')
    .join('\n');
}
