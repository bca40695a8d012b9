import { type QemuTemplateOptions, qemuTemplate } from '../../support/qemu-template.ts';

export { shellProvisioner } from '../../support/qemu-template.ts';

/** Attributes of the source, each as the template spells its value. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A build of the busybox guest whose source has these attributes instead of its own. */
export function qemuBuild(options: QemuTemplateOptions, attributes: Attributes = {}): string {
  let text = qemuTemplate(options);
  for (const [name, value] of Object.entries(attributes)) text = withAttribute(text, name, value);
  return text;
}

function withAttribute(text: string, name: string, value: string | number | boolean): string {
  const line = `  ${name} = ${JSON.stringify(value)}`;
  const there = new RegExp(`^  ${name} +=.*$`, 'gm');
  if (there.test(text)) return text.replace(there, () => line);
  return text.replace(/^(source "qemu" "[^"]+" \{)$/gm, (head) => `${head}\n${line}`);
}

/** A shell provisioner that gives up soon when its script cannot be sent or its connection is lost. */
export function briefScript(...lines: readonly string[]): string {
  return `
  provisioner "shell" {
    inline              = [${lines.map((line) => JSON.stringify(line)).join(', ')}]
    start_retry_timeout = "4s"
  }`;
}
