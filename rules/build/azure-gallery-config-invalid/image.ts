import { attributeOf, type Body } from 'packer-hybrid/rules';
import { notAmong, quoted } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { isSet, isUnset, textOf } from '../_shared/settings.ts';

const names = ['resource_group', 'gallery_name', 'image_name', 'image_version'];
const storage = { name: 'storage_account_type', allowed: ['Standard_LRS', 'Standard_ZRS', 'Premium_LRS'] };

/** The image in the gallery: its name, its version, its storage and its encryption. */
export function imageProblems(gallery: Body) {
  const missing = names.filter((name) => isUnset(gallery, name));
  const data = { missing: quoted(missing) };
  return [
    ...(missing.length > 0 ? [{ id: 'incomplete' as const, at: headOf(gallery), data }] : []),
    ...versionProblems(gallery),
    ...notAmong(gallery, 'storage-type', { ...storage, ignoreCase: true }),
    ...encryptionProblems(gallery),
  ];
}

function versionProblems(gallery: Body): readonly Problem<'version'>[] {
  const value = textOf(gallery, 'image_version');
  // Packer fills in {{…}} itself.
  if (value === undefined || value.includes('{{') || /^\d+\.\d+\.\d+$/.test(value)) return [];
  return [{ id: 'version', at: valuePlace(gallery, 'image_version'), data: { value } }];
}

/** A customer's key needs its set of keys, and only that. */
function encryptionProblems(gallery: Body): readonly Problem<'encryption-key'>[] {
  const type = textOf(gallery, 'confidential_vm_image_encryption_type');
  if (type === undefined) return [];
  const second = 'disk_encryption_set_id';
  const isOwnKey = type === 'EncryptedWithCmk';
  return nestedBlocks(gallery, 'target_region').flatMap(({ body }) => {
    const isWrong = isOwnKey ? isUnset(body, second) : isSet(body, second);
    const why = isOwnKey ? `"${type}" needs a set of keys` : `"${type}" takes no key of one's own`;
    const at = attributeOf(body, second) ? placeOf(body, second) : headOf(body);
    return isWrong ? [{ id: 'encryption-key' as const, at, data: { second, why } }] : [];
  });
}
