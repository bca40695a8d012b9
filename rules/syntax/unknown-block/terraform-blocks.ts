/** Blocks of Terraform that find their way into Packer's templates. */
export const terraformBlocks: ReadonlySet<string> = new Set([
  'resource',
  'provider',
  'module',
  'output',
  'terraform',
  'moved',
  'import',
  'removed',
  'check',
]);
