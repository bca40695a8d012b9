import type { Guest } from 'packer-hybrid';

/** What a booted guest said about itself, by name; what it could not tell is absent. */
export type GuestFacts = Readonly<Record<string, string>>;

const MARK = 'packer-hybrid-fact';

/**
 * One script instead of many logins, each of which takes most of a second on an emulated CPU. It needs a POSIX shell alone.
 * Keys of the boot check itself are told apart by their comment.
 */
const script = String.raw`
fact() { printf '${MARK} %s %s\n' "$1" "$(printf '%s' "$2" | tr '\n' ' ')"; }
has() { command -v "$1" >/dev/null 2>&1; }
[ -r /etc/os-release ] && fact os "$(. /etc/os-release; echo "$PRETTY_NAME")"
fact host "$(hostname 2>/dev/null || cat /etc/hostname)"
fact kernel "$(uname -r)"
fact user "$(id -un)"
if [ -d /run/systemd/system ] && has systemctl; then
  fact state "$(timeout 90 systemctl is-system-running --wait 2>/dev/null)"
  fact failed "$(systemctl list-units --failed --no-legend --plain | cut -d' ' -f1)"
fi
probe=$(mktemp /var/tmp/packer-hybrid.XXXXXX 2>/dev/null) && echo x >"$probe" && rm -f "$probe" && fact writable yes || fact writable no
booted=$(sed -n 's/^btime //p' /proc/stat)
old() { for file; do [ -s "$file" ] && [ "$(stat -c %Y "$file")" -lt $((booted - 5)) ] && echo "$file"; done; }
fact host-keys "$(ls /etc/ssh/ssh_host_*_key 2>/dev/null | wc -l)"
fact old-host-keys "$(old /etc/ssh/ssh_host_*_key)"
fact old-machine-id "$(old /etc/machine-id)"
fact keys "$(cut -d: -f6 /etc/passwd | sort -u | while read -r home; do
  for file in "$home/.ssh/authorized_keys" "$home/.ssh/authorized_keys2"; do
    [ -r "$file" ] && grep -v -e '^[[:space:]]*#' -e '^[[:space:]]*$' -e ' packer-hybrid-boot-check$' "$file" | sed "s|.*|$file|"
  done
done | sort | uniq -c | sed 's/^ *//')"
`;

/** Asks a guest for everything that the standard checks judge. */
export async function guestFacts(guest: Guest, signal: AbortSignal): Promise<GuestFacts> {
  const result = await guest.exec(script, { signal, timeoutMs: 180_000 });
  signal.throwIfAborted();
  const facts: Record<string, string> = {};
  for (const line of result.stdoutTail.split('\n')) {
    const [, name, value] = new RegExp(`^${MARK} (\\S+) (.*)$`).exec(line) ?? [];
    if (name !== undefined && value !== undefined) facts[name] = value.trim();
  }
  return facts;
}
