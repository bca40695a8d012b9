import { attributeOf, type ComponentView, defineRule, type Script, startOf } from 'packer-hybrid/rules';
import { isSet, isUnset, shownValue, textOf, textsOf } from '../_shared/settings.ts';
import { openedFolders, refusedUpload } from './targets.ts';

export default defineRule({
  id: 'build/file-upload-invalid',
  meta: {
    summary: 'A file provisioner copies nothing, copies over itself, or may not write to its destination.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.82,
    remedy: 'Upload to a folder of the login user, and move the file in a shell step with sudo.',
    example:
      'provisioner "file" {\n  source      = "files/app.service"\n  destination = "/tmp/app.service"\n}',
    recommended: true,
  },
  messages: {
    'nothing-to-copy': 'The step has neither "source" nor "sources" nor "content", so it copies nothing.',
    'source-and-content': 'The step has "{source}" and "content", of which Packer takes only one.',
    'destination-missing': 'The step has no "destination".',
    'direction-unknown': 'There is no direction "{direction}": it is "upload" or "download".',
    'files-onto-one':
      'The destination "{destination}" is no folder, because it does not end in "/": each of the {count} files overwrites the one before.',
    'destination-not-writable':
      'Packer copies as "{user}", who may not write to "{destination}"; the file provisioner cannot use sudo.',
  },
  subs: {
    'nothing-to-copy': 'No source at all.',
    'source-and-content': 'A source and a content.',
    'destination-missing': 'No destination.',
    'direction-unknown': 'A direction that Packer does not know.',
    'files-onto-one': 'Several files go to one that is no folder.',
    'destination-not-writable': 'An ordinary user copies to where only root may write.',
  },
  create({ template, report, readFile, exists }) {
    const views: ComponentView[] = [];
    const scripts: Script[] = [];
    const isFile = (path: string) =>
      readFile(path) !== undefined || (!exists(path) && /[^/]\.(?!d$)\w{1,5}$/.test(path));

    function checkSettings({ component }: ComponentView): void {
      const { body } = component;
      const at = startOf(component);
      const source = ['source', 'sources'].find((name) => isSet(body, name));
      if (['source', 'sources', 'content'].every((name) => isUnset(body, name)))
        report({ at, message: 'nothing-to-copy', sub: 'nothing-to-copy' });
      const content = attributeOf(body, 'content');
      if (source !== undefined && content && isSet(body, 'content'))
        report({ at: content, message: 'source-and-content', sub: 'source-and-content', data: { source } });
      if (isUnset(body, 'destination'))
        report({ at, message: 'destination-missing', sub: 'destination-missing' });
      const direction = shownValue(body, 'direction');
      if (typeof direction === 'string' && !/^(?:upload|download|)$/.test(direction)) {
        const data = { direction };
        report({
          at: attributeOf(body, 'direction') ?? at,
          message: 'direction-unknown',
          sub: 'direction-unknown',
          data,
        });
      }
    }

    function checkSeveral({ component: { body } }: ComponentView): void {
      const destination = textOf(body, 'destination');
      const count = (textsOf(body, 'sources') ?? []).filter(isFile).length;
      const at = attributeOf(body, 'destination');
      if (!at || destination === undefined || /[/\\]$/.test(destination) || count < 2) return;
      if (textOf(body, 'direction') === 'download') return;
      report({ at, message: 'files-onto-one', sub: 'files-onto-one', data: { destination, count } });
    }

    function checkRights(view: ComponentView): void {
      const refused = refusedUpload(template, view);
      const at = attributeOf(view.component.body, 'destination');
      if (!refused || !at) return;
      const { destination, user } = refused;
      if (openedFolders(scripts, view).some((folder) => `${destination}/`.startsWith(`${folder}/`))) return;
      const sub = 'destination-not-writable';
      report({ at, message: sub, sub, data: { destination, user } });
    }

    return {
      provisioner(view) {
        if (view.component.type === 'file') views.push(view);
      },
      script: (script) => {
        scripts.push(script);
      },
      end() {
        for (const view of views) {
          checkSettings(view);
          checkSeveral(view);
          checkRights(view);
        }
      },
    };
  },
});
