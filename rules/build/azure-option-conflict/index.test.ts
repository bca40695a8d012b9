import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const arm = (...lines: readonly string[]) => inSource('azure-arm', 'location = "westeurope"', ...lines);

testRule(rule, {
  valid: [
    inSource('azure-arm', 'build_resource_group_name = "rg"', 'custom_data = base64encode("#cloud-config")'),
    {
      name: 'the choice is left to variables',
      code: `variable "location" {\n  default = ""\n}\nvariable "group" {\n  default = ""\n}\n${inSource('azure-arm', 'location = var.location', 'build_resource_group_name = var.group')}`,
    },
    arm('build_resource_group_name = null', 'user_data = "x"', 'user_data_file = null'),
    arm('custom_data = "I2Nsb3VkLWNvbmZpZwo="', 'license_type = "windows_server"', 'os_type = "Windows"'),
    arm('spot {', '  eviction_policy = "Delete"', '  max_price = 1', '}'),
    arm('client_secret = "s"', 'client_id = "i"', 'subscription_id = "u"', 'use_azure_cli_auth = false'),
    arm('communicator = "winrm"', 'skip_create_build_key_vault = true', 'cloud_environment_name = "public"'),
    arm('disk_additional_size = [10, 20]', 'disk_additional_luns = [1, 2]'),
    inSource('azure-chroot', 'source = "x"'),
  ],
  invalid: [
    {
      code: arm('build_resource_group_name = "rg"', 'temp_resource_group_name = "tmp"'),
      findings: [found('3:3', 'location-twice'), found('3:3', 'build-group-conflict')],
    },
    {
      name: 'the values come from variables',
      code: `variable "group" {\n  default = "rg"\n}\n${arm('build_resource_group_name = var.group')}`,
      findings: [found('6:3', 'location-twice')],
    },
    {
      name: 'the build adds the second one',
      code: `${arm()}build {\n  source "azure-arm.x" {\n    build_resource_group_name = "rg"\n  }\n}\n`,
      findings: [found('6:5', 'location-twice')],
    },
    { code: inSource('azure-arm', 'vm_size = "x"'), findings: [found('1:25', 'location-missing')] },
    {
      name: 'a JSON template',
      file: 'x.pkr.json',
      code: '{"source": {"azure-arm": {"x": {"location": "w", "build_resource_group_name": "g"}}}}',
      findings: [found('1:50', 'location-twice')],
    },
    {
      code: arm('storage_account = "sa"', 'virtual_network_subnet_name = "s"'),
      findings: [found('3:3', 'storage-incomplete'), found('4:3', 'network-incomplete')],
    },
    {
      code: arm('resource_group_name = "rg"', 'virtual_network_name = "n"', 'public_ip_sku = "Basic"'),
      findings: [found('3:3', 'storage-incomplete'), found('5:3', 'network-conflict')],
    },
    {
      code: arm('user_data = "a"', 'user_data_file = "b"', 'custom_data = "#cloud-config"'),
      findings: [found('4:3', 'data-twice'), found('5:17', 'data-not-encoded')],
    },
    {
      code: arm('skip_create_build_key_vault = true', 'security_encryption_type = "VMGuestStateOnly"'),
      findings: [found('3:3', 'key-vault-without-winrm'), found('4:3', 'encryption-without-confidential')],
    },
    {
      code: arm('spot {', '  eviction_policy = "Stop"', '}'),
      findings: [found('4:23', 'spot-policy')],
    },
    {
      code: arm('spot {', '  max_price = 0.5', '}', 'os_type = "Linux"', 'license_type = "Windows_Server"'),
      findings: [found('4:5', 'spot-price-alone'), found('7:18', 'license-other-system')],
    },
    {
      code: arm('client_secret = "s"', 'use_azure_cli_auth = true', 'cloud_environment_name = "Moon"'),
      findings: [
        found('3:3', 'login-incomplete', {
          data: { name: 'client_secret', missing: '"client_id" and "subscription_id"' },
        }),
        found('4:3', 'login-mixed'),
        found('5:28', 'cloud-unknown'),
      ],
    },
    {
      code: arm('disk_additional_size = [10]', 'disk_additional_luns = [1, 2]'),
      findings: [found('4:3', 'disk-lists')],
    },
  ],
});
