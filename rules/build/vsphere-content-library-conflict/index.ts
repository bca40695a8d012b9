import { defineRule } from 'packer-hybrid/rules';
import { provenBlocks } from '../_shared/nested.ts';
import { reportProblems } from '../_shared/problem.ts';
import { isVsphere } from '../_shared/vsphere.ts';
import { exportProblems } from './export.ts';
import { keptProblems } from './kept.ts';
import { libraryProblems } from './library.ts';

export default defineRule({
  id: 'build/vsphere-content-library-conflict',
  meta: {
    summary: 'What a build on vSphere leaves behind is lost, doubled or refused at its end.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.87,
    remedy:
      'Either convert the machine to a template or import it into a content library, under another name.',
    example:
      'convert_to_template = false\ncontent_library_destination {\n  library = "golden"\n  name    = "ubuntu-2404"\n  destroy = true\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    'template-conflict':
      'The machine is converted to a template first and cannot be imported into the content library any more.',
    'library-missing': 'The destination has no "library": the plugin refuses it.',
    'same-name':
      'The template in the library and the machine are both called "{name}": vSphere refuses that.',
    'ovf-ignored': '{names} has no effect: an OVF template in a library has no place of its own.',
    'source-stays': 'No "destroy": the machine stays beside the template that is made of it.',
    'nothing-kept':
      'The build leaves a machine that is powered off, neither template nor export nor snapshot.',
    'export-format': '"{name}" is "{value}"; the plugin writes {allowed}.',
    'export-exists': 'The folder "{folder}" is there already: the export fails without "force" = true.',
  },
  subs: {
    'template-conflict': 'template and content library at once',
    'library-missing': 'no library',
    'same-name': 'template of the name of its machine',
    'ovf-ignored': 'place of an OVF template',
    'source-stays': 'machine that is left over',
    'nothing-kept': 'build without result',
    'export-format': 'unknown format of an export',
    'export-exists': 'export into a folder that exists',
  },
  create: ({ report, exists }) => ({
    target({ type, body }) {
      if (!isVsphere(type)) return;
      const [library] = provenBlocks(body, 'content_library_destination');
      reportProblems(report, [
        ...(library ? libraryProblems(library.body, body) : []),
        ...keptProblems(body),
        ...exportProblems(body, exists),
      ]);
    },
  }),
});
