import { attributeOf, type Body } from 'packer-hybrid/rules';
import { quoted } from '../_shared/combine.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, textOf } from '../_shared/settings.ts';

const places = ['cluster', 'folder', 'host', 'resource_pool', 'datastore'];

/** One template in a content library. */
export function libraryProblems(library: Body, source: Body) {
  const isLost = flagOf(library, 'destroy') === false && !attributeOf(library, 'destroy');
  return [
    ...templateProblems(source),
    ...(isUnset(library, 'library') ? [{ id: 'library-missing' as const, at: headOf(library) }] : []),
    ...nameProblems(library, source),
    ...ovfProblems(library),
    ...(isLost ? [{ id: 'source-stays' as const, at: headOf(library), severity: 'low' as const }] : []),
  ];
}

function templateProblems(source: Body): readonly Problem<'template-conflict'>[] {
  const attribute = attributeOf(source, 'convert_to_template');
  if (!attribute || flagOf(source, 'convert_to_template') !== true) return [];
  const isWritten = attribute.expression.kind === 'literal';
  const fix = isWritten ? [{ range: attribute.valueRange, newText: 'false' }] : [];
  return [{ id: 'template-conflict', at: attribute, ...(fix.length > 0 && { fix }) }];
}

/** An OVF template is a file, and may have any name. */
function nameProblems(library: Body, source: Body): readonly Problem<'same-name'>[] {
  const name = textOf(library, 'name');
  if (flagOf(library, 'ovf') !== false || name === undefined || name !== textOf(source, 'vm_name')) return [];
  return [{ id: 'same-name', at: placeOf(library, 'name'), data: { name } }];
}

function ovfProblems(library: Body): readonly Problem<'ovf-ignored'>[] {
  const useless = places.filter((name) => isSet(library, name));
  const [first] = useless;
  if (flagOf(library, 'ovf') !== true || first === undefined) return [];
  const data = { names: quoted(useless) };
  return [{ id: 'ovf-ignored', at: placeOf(library, first), data, severity: 'medium' }];
}
