import {
  type ComponentKind,
  componentNames,
  defineRule,
  findIn,
  indexedComponent,
  isJson,
  nearTo,
  requiredFor,
  startOf,
  type Template,
  type TextEdit,
  type UsedComponent,
  usedComponents,
} from 'packer-hybrid/rules';
import { inWholeFile } from '../_shared/whole-files.ts';

export default defineRule({
  id: 'syntax/unknown-component',
  meta: {
    summary: 'A source, provisioner, post-processor or data source has a misspelt type.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.92,
    remedy: 'Write the type as its plugin registers it.',
    example: 'source "vsphere-iso" "x" {\n  vm_name = "x"\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    meant: 'There is no {kind} "{type}"; "{meant}" was probably meant.',
    moved: '"{type}" is no {kind}, but a {other}.',
  },
  create({ template, report }) {
    const isWhole = inWholeFile(template);
    return {
      template() {
        for (const used of usedComponents(template).filter(isWhole)) {
          const { kind, type } = used;
          if (indexedComponent(kind, type) || requiredFor(template, used) !== undefined) continue;
          const meant = misspelt[type] ?? nearTo(type, componentNames(kind), type.length < 5 ? 1 : 2);
          if (meant !== undefined && indexedComponent(kind, meant)) {
            const data = { kind: words[kind], type, meant };
            report({ at: startOf(used), message: 'meant', data, fix: renamed(template, used, meant) });
            continue;
          }
          const other = kinds.find((candidate) => indexedComponent(candidate, type));
          if (other) {
            report({
              at: startOf(used),
              message: 'moved',
              data: { kind: words[kind], type, other: words[other] },
            });
          }
        }
      },
    };
  },
});

const kinds: readonly ComponentKind[] = ['builder', 'provisioner', 'post-processor', 'datasource'];
const words: Readonly<Record<ComponentKind, string>> = {
  builder: 'builder',
  provisioner: 'provisioner',
  'post-processor': 'post-processor',
  datasource: 'data source',
};

/** Names that people expect and that are further away than a slip. */
const misspelt: Readonly<Record<string, string>> = {
  'windows-reboot': 'windows-restart',
  'shell-windows': 'windows-shell',
  'local-shell': 'shell-local',
  azurerm: 'azure-arm',
  'azurerm-arm': 'azure-arm',
  kvm: 'qemu',
  vsphere: 'vsphere-iso',
  virtualbox: 'virtualbox-iso',
  vmware: 'vmware-iso',
  amazon: 'amazon-ebs',
  'ansible-remote': 'ansible',
  puppet: 'puppet-masterless',
};

/** The label and, for a source, every reference of a build to it; JSON and data sources are left to the author. */
function renamed(template: Template, used: UsedComponent, meant: string): readonly TextEdit[] {
  const { kind, type, range } = used;
  if (isJson(range) || kind === 'datasource') return [];
  const label = findIn(template, range, `"${type}"`);
  if (!label) return [];
  const edits = [{ range: label, newText: `"${meant}"` }];
  if (kind !== 'builder') return edits;
  for (const use of template.builds.flatMap(({ sources }) => sources)) {
    if (use.type !== type || !isOnlySource(template, used)) continue;
    const place = findIn(template, use.range, `${type}.`);
    if (!place) return [];
    edits.push({ range: place, newText: `${meant}.` });
  }
  return edits;
}

/** Two sources of the same type would each rename the references of both. */
function isOnlySource({ sources }: Template, { type }: UsedComponent): boolean {
  return sources.filter((source) => source.type === type).length === 1;
}
