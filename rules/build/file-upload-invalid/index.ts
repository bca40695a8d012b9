import { type ComponentView, defineRule, type Script } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { refusedUpload } from './refused-upload.ts';
import { ontoOne, settingFaults } from './setting-faults.ts';

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

    return {
      provisioner(view) {
        if (view.component.type === 'file') views.push(view);
      },
      script(script) {
        scripts.push(script);
      },
      end() {
        for (const view of views) {
          reportProblems(report, settingFaults(view.component));
          reportProblems(report, ontoOne(view.component, isFile));
          reportProblems(report, refusedUpload(template, view, scripts));
        }
      },
    };
  },
});
