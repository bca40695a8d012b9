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

/** The settings of a body as they are written in its files. */
export function writtenIn(template: Template, body: Body): string {
  return body.attributes
    .map(({ range }) => fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '')
    .join('\n');
}
