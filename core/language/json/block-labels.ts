/** How many labels a block type carries, by the block that it stands in: HCL's JSON does not say which property is a block. */
export const blockLabels: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '': { packer: 0, variables: 0, locals: 0, variable: 1, local: 1, data: 2, source: 2, build: 0 },
  packer: { required_plugins: 0 },
  build: {
    source: 1,
    provisioner: 1,
    'error-cleanup-provisioner': 1,
    'post-processor': 1,
    'post-processors': 0,
    hcp_packer_registry: 0,
  },
  'post-processors': { 'post-processor': 1 },
};
