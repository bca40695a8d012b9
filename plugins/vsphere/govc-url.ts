/** What a `GOVC_URL` may carry: a host name, or a whole URL with user name and password in it. */
export interface GovcUrl {
  readonly server?: string;
  readonly username?: string;
  readonly password?: string;
}

/** Takes a `GOVC_URL` apart, in every form that govc understands; nothing for one that it would refuse. */
export function readGovcUrl(text: string | undefined): GovcUrl {
  if (!text) return {};
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return {};
  const { host, username, password } = new URL(address);
  return {
    ...(host && { server: host }),
    ...(username && { username: decode(username) }),
    ...(password && { password: decode(password) }),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
