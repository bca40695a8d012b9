import {
  type Attribute,
  attributeOf,
  type ComponentView,
  defineRule,
  removalOf,
  startOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { buildCommands } from '../_shared/build-commands.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { settingEdit } from '../_shared/setting-edit.ts';
import { isTrue, isUnset, plainValue, textOf, textsOf } from '../_shared/settings.ts';
import { cleans } from './cleaning.ts';

const staged = new Map([
  ['ansible-local', '/tmp/packer-provisioner-ansible-local/'],
  ['puppet-masterless', '/tmp/packer-puppet-masterless'],
]);
const secretFile =
  /(\.(pem|key|pfx|p12|ppk|keytab|jks)|vault[\w-]*\.ya?ml|vault[_-]?pass\w*|\.netrc|\.pgpass|kubeconfig|id_(rsa|ed25519|ecdsa|dsa)|credentials(\.json)?|secrets?\.\w+)$/i;
const temporary = /^(\/(var\/)?tmp\/|[a-z]:[\\/]+Windows[\\/]+Temp|[a-z]:[\\/]+Temp|%TEMP%)/i;

export default defineRule({
  id: 'security/staging-files-left-in-image',
  meta: {
    summary: 'What was uploaded for the build stays in the image.',
    severity: 'medium',
    impact: 'secret-exposed',
    recovery: 'trivial',
    confidence: 0.85,
    remedy:
      'Set clean_staging_directory = true, leave skip_clean out, and remove uploaded secrets in a last provisioner.',
    example:
      'provisioner "ansible-local" {\n  playbook_file           = "site.yml"\n  clean_staging_directory = true\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    staging:
      '{type} leaves what it uploaded in the image, variables and secrets included, because clean_staging_directory is not true.',
    script: 'skip_clean leaves the script, with everything that was put into it, in the image.',
    upload: '"{file}" is uploaded to {folder} and no later step removes it.',
  },
  create({ template, report }) {
    const commands = buildCommands();
    const views: ComponentView[] = [];
    const isCleaned = (view: ComponentView, path: string) =>
      commands.of(view.build).some(({ order, command }) => order > view.index && cleans(command, path));

    function checkStaging(view: ComponentView, folder: string): void {
      const { component } = view;
      const clean = attributeOf(component.body, 'clean_staging_directory');
      const plain = plainValue(clean?.value);
      if (!isUnset(clean) && plain !== false && plain !== 'false') return;
      if (isCleaned(view, textOf(component.body, 'staging_directory') ?? folder)) return;
      const at = clean?.range ?? startOf(component);
      report({ at, message: 'staging', data: { type: component.type }, fix: cleaned(template, view) });
    }

    function checkScript(view: ComponentView): void {
      const skip = attributeOf(view.component.body, 'skip_clean');
      if (!skip || !isTrue(skip.value)) return;
      // The last step may end in a machine that nobody reaches any more.
      const isLast = view.index === view.build.provisioners.length - 1;
      const fix = withoutAttribute(template, skip);
      report({ at: skip.range, message: 'script', fix, ...withSeverity(isLast ? 'low' : undefined) });
    }

    function checkUpload(view: ComponentView): void {
      const upload = secretUpload(view);
      if (!upload || isCleaned(view, upload.folder)) return;
      const { at, file, folder } = upload;
      report({ at, message: 'upload', data: { file, folder } });
    }
    return {
      provisioner: (view) => void views.push(view),
      script: commands.script,
      end() {
        for (const view of views) {
          const folder = staged.get(view.component.type);
          if (folder) checkStaging(view, folder);
          else if (view.component.type === 'shell') checkScript(view);
          else if (view.component.type === 'file') checkUpload(view);
        }
      },
    };
  },
});

/** A secret-looking file that goes into a folder for temporary files. */
function secretUpload({ component: { body } }: ComponentView) {
  const destination = attributeOf(body, 'destination');
  const folder = textOf(body, 'destination');
  if (!destination || !folder || !temporary.test(folder) || textOf(body, 'direction') === 'download')
    return undefined;
  const paths = [...textsOf(body, 'source'), ...textsOf(body, 'sources'), folder];
  const file = paths.find((path) => secretFile.test(path) && !path.endsWith('.pub'));
  return file && { at: destination.range, file: baseName(file), folder };
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

function cleaned(template: Template, { component: { body } }: ComponentView): readonly TextEdit[] {
  const anchor = body.attributes.findLast(({ range }) => range.start.line === range.end.line);
  return anchor
    ? settingEdit(template, { body, name: 'clean_staging_directory', value: 'true', anchor })
    : [];
}

function withoutAttribute(template: Template, attribute: Attribute): readonly TextEdit[] {
  return attribute.range.file.endsWith('.json') || attribute.expression.kind !== 'literal'
    ? []
    : [removalOf(template, attribute)];
}
