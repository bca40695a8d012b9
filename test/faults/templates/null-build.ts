/** A build that needs no machine: its only step runs these lines on the build host. */
export function nullBuild(...lines: readonly string[]): string {
  return `
source "null" "one" { communicator = "none" }

build {
  sources = ["source.null.one"]
  provisioner "shell-local" {
    inline = [${lines.map((line) => JSON.stringify(line)).join(', ')}]
  }
}
`;
}
