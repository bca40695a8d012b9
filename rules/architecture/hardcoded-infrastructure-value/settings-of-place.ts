/** Settings that belong to one data centre, by the beginning of the builder's name; `block.name` in nested blocks. */
export const placeSettings: Readonly<Record<string, readonly string[]>> = {
  proxmox: [
    'proxmox_url',
    'node',
    'pool',
    'iso_storage_pool',
    'cloud_init_storage_pool',
    'network_adapters.bridge',
    'network_adapters.vlan_tag',
    'disks.storage_pool',
    'efi_config.efi_storage_pool',
    'boot_iso.iso_storage_pool',
  ],
  vsphere: [
    'vcenter_server',
    'host',
    'cluster',
    'datacenter',
    'datastore',
    'resource_pool',
    'folder',
    'network_adapters.network',
    'content_library_destination.library',
  ],
  azure: [
    'subscription_id',
    'tenant_id',
    'client_id',
    'object_id',
    'build_resource_group_name',
    'managed_image_resource_group_name',
    'resource_group_name',
    'storage_account',
    'virtual_network_name',
    'virtual_network_subnet_name',
    'virtual_network_resource_group_name',
    'location',
    'shared_image_gallery_destination.subscription',
    'shared_image_gallery_destination.resource_group',
    'shared_image_gallery_destination.gallery_name',
  ],
};

/** Values that are right everywhere, or only examples. */
export const neutral =
  /^(?:|vmbr0|local|local-lvm|VM Network|Resources|\/)$|127\.0\.0\.1|localhost|169\.254\.169\.254|example\.(?:com|org|net)|\{\{|^0$/;
