import { defineRule, type Report } from 'packer-hybrid/rules';
import { httpProblems } from './server.ts';
import { unusedServer } from './unused-server.ts';

const messages = {
  missing:
    'The boot command asks Packer for files over HTTP, and neither "http_directory" nor "http_content" is set: there is no server.',
  both: '"http_directory" and "http_content" are both set: Packer takes only one of them.',
  key: 'A path in "http_content" begins with "/", and {key} does not.',
  ports: '"http_port_min" is greater than "http_port_max".',
  address: '"http_interface" and "http_bind_address" exclude each other.',
  protocol: 'The HTTP server knows the networks {allowed}, not "{value}".',
  unused: 'Nothing in the template uses the address of the HTTP server that "{name}" starts.',
  outside: '{placeholder} is only filled in in boot commands; elsewhere it stays as it is.',
} as const;

export type HttpProblem = Report<typeof messages>;

export default defineRule({
  id: 'build/http-server-config-invalid',
  meta: {
    summary: "Packer's HTTP server is not started, wrongly configured or not used.",
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.88,
    remedy: 'Set http_directory or http_content where the boot command uses the server.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
    example: 'source "qemu" "deb" {\n  http_directory = "${path.root}/http"\n}',
    recommended: true,
    fixable: 'safe',
  },
  messages,
  subs: {
    missing: 'a boot command that uses a server which nobody starts',
    both: 'a directory and contents at once',
    key: 'a path without its slash',
    ports: 'a range of ports that is empty',
    address: 'an interface and an address at once',
    protocol: 'a network that the server does not know',
    unused: 'a server that nothing uses',
    outside: "the server's address where it is not filled in",
  },
  create({ template, report, readFile }) {
    return {
      target(view) {
        for (const problem of httpProblems(template, view)) report(problem);
        if (!view.build && template.builds.length > 0) return;
        for (const problem of unusedServer(template, view, readFile)) report(problem);
      },
      attribute(attribute, { kind }) {
        if (!isOutside(kind, attribute.name)) return;
        const match = /\{\{-?\s*\.(HTTPIP|HTTPPort)\s*-?\}\}/.exec(attribute.text);
        if (!match) return;
        report({
          at: attribute.valueRange,
          message: 'outside',
          sub: 'outside',
          data: { placeholder: match[0] },
          ...(kind === 'provisioner' && {
            remedy: `Use build.Packer${match[1]}, which provisioners can read.`,
          }),
        });
      },
    };
  },
});

function isOutside(kind: string, name: string): boolean {
  return kind === 'provisioner' || kind === 'post-processor' || name === 'shutdown_command';
}
