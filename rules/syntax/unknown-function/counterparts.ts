/** What Packer has instead of functions that its relatives have. */
export const counterparts: Readonly<Record<string, string>> = {
  uuid: 'uuidv4()',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
  tostring: 'an interpolation such as "${value}", or convert(value, string)',
  tonumber: 'convert(value, number)',
  tobool: 'convert(value, bool)',
  tolist: 'convert(value, list(string))',
  toset: 'convert(value, set(string))',
  tomap: 'convert(value, map(string))',
  sensitive: '"sensitive = true" in the variable or local',
  nonsensitive: 'a variable that is not sensitive',
  filemd5: 'md5(file(path))',
  filesha1: 'sha1(file(path))',
  filesha256: 'sha256(file(path))',
  filesha512: 'sha512(file(path))',
  filebase64sha256: 'sha256(file(path))',
  plantimestamp: 'timestamp()',
  templatestring: 'templatefile(path, variables)',
  one: 'element(list, 0)',
  isotime: 'legacy_isotime(format) or formatdate(format, timestamp())',
  strftime: 'legacy_strftime(format)',
  template_dir: 'path.root',
  pwd: 'path.cwd',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
  build: '"${build.<name>}"',
  user: 'var.<name>',
};

/** Functions of the `{{ … }}` form that plugins render; HCL does not have them. */
export const templateOnly: ReadonlySet<string> = new Set(['clean_resource_name', 'build_name', 'build_type']);
