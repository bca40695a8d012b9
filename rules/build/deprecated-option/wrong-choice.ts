import type { Attribute, AttributeSchema, Json } from 'packer-hybrid/rules';

/** Choices that have rules of their own. */
const elsewhere =
  /^(communicator|ssh_file_transfer_method|http_network_protocol|execution_policy|debug_mode|ansible_proxy_key_type|guest_os_type|os_type|scsi_controller|format|accelerator|disk_.*|machine|bios|os|cpu_type|vga|type|model|.*_caching_type|security_type|license_type|direction|firmware|output_format|manifest)$/;

/** A value that the plugin refuses, with what it knows; silent where a run may decide. */
export function wrongChoice(
  { name, value, expression }: Attribute,
  schema: AttributeSchema,
): { readonly value: string; readonly known: string } | undefined {
  if (!schema.enum || !schema.enumEnforced || elsewhere.test(name) || value.state !== 'known')
    return undefined;
  const items: readonly Json[] = Array.isArray(value.value) ? value.value : [value.value];
  const same = schema.enumCaseInsensitive ? (text: string) => text.toLowerCase() : (text: string) => text;
  const known = schema.enum.map((one) => same(String(one)));
  const wrong = items.find((item) => isJudged(item) && !known.includes(same(String(item))));
  if (wrong === undefined || expression.kind === 'conditional') return undefined;
  return { value: JSON.stringify(wrong), known: schema.enum.map(String).join(', ') };
}

/** Empty values count as unset, and what a plugin renders later cannot be judged. */
function isJudged(item: Json): boolean {
  return item !== null && item !== '' && typeof item !== 'object' && !String(item).includes('{{');
}
