import type { FailureSignature } from 'packer-hybrid';

/** Once this is said, trouble with the connection before it did no harm. */
const connected = /Connected to (?:SSH|WinRM)/;
/** An address was found, or was not needed. */
const addressKnown =
  /Connected to (?:SSH|WinRM)|Attempting (?:SSH|WinRM) connection|Using (?:SSH|WinRM) communicator to connect/;

/** How a machine shows that Packer cannot reach it or log in. */
export const communicator: readonly FailureSignature[] = [
  {
    cause: 'ssh-timeout',
    until: connected,
    patterns: [
      /[Tt]imeout waiting for SSH/,
      /[Tt]imed out waiting for SSH/,
      /[Ee]rror waiting for SSH: .*(?:[Tt]imeout|timed out|deadline exceeded)/,
    ],
  },
  {
    cause: 'winrm-timeout',
    until: connected,
    patterns: [
      {
        match: /[Tt]imeout waiting for WinRM/,
        earlier: /Waiting for WinRM, up to timeout: 0s/,
        retryable: false,
        action: 'none',
        confidence: 0.6,
        remedy: 'The wait for WinRM was set to nothing: give winrm_timeout a value such as 30m.',
      },
      {
        match: /WinRM connection err: .*http:\/\/[^"\s]*:5986\//,
        retryable: false,
        action: 'none',
        confidence: 0.6,
        remedy:
          'Port 5986 speaks TLS: set winrm_use_ssl, or use port 5985, and open it in the firewall of the guest.',
      },
      {
        match: /connection error: .*http:\/\/[^"\s]*:5986\//,
        retryable: false,
        action: 'none',
        confidence: 0.6,
      },
      /[Tt]ime(?:out|d out) waiting for WinRM/,
      /[Ee]rror waiting for WinRM: .*(?:[Tt]imeout|timed out|deadline exceeded)/,
      {
        match: /(?:WinRM connection err|connection error): .*(?:EOF|timeout|refused|no route)/,
        confidence: 0.45,
      },
    ],
  },
  {
    cause: 'ssh-auth-failed',
    until: connected,
    patterns: [
      /ssh: unable to authenticate/,
      /authentication error when trying to connect via SSH/,
      /SSH authentication fail/i,
      /Permission denied \(publickey/,
      { match: /ssh: handshake failed: .*no common algorithm/, confidence: 0.8 },
    ],
  },
  {
    cause: 'ssh-private-key-invalid',
    patterns: [
      /ssh_(?:private_key_file|key_path|keypair\w*|agent_auth)\S* (?:is invalid|could not|does not exist)/,
      /[Ee]rror (?:parsing|reading|loading|setting up|decoding) (?:the )?(?:SSH )?(?:private )?key/,
      /[Ff]ailed to (?:parse|read|load|decrypt) (?:the )?(?:ssh_private_key|SSH (?:private )?key|private key)/,
      /ssh: (?:no key found|cannot decode encrypted private keys|this private key is passphrase protected)/,
      /asn1: structure error|unsupported (?:private )?key type|encrypted private key|key is password.protected/,
      /(?:open|stat|read) \S*(?:\.pem|id_(?:rsa|dsa|ecdsa|ed25519)|ssh_private_key\S*): (?:no such file|permission denied|The system cannot)/,
    ],
  },
  {
    cause: 'winrm-auth-failed',
    until: connected,
    patterns: [
      /http (?:response )?error:? 401/,
      /[Ww]in[Rr][Mm].*(?:\b401\b|[Uu]nauthorized|[Aa]ccess is denied)/,
    ],
  },
  {
    cause: 'guest-agent-not-running',
    until: addressKnown,
    patterns: [
      /[Gg]uest [Aa]gent (?:is |has )?not (?:running|responding|available|started|configured|connected)|No QEMU guest agent configured/,
    ],
  },
  {
    cause: 'guest-no-ip',
    until: addressKnown,
    unless: /but one IP was found/,
    patterns: [
      {
        match: /Interface \S+ not found in VM/,
        retryable: false,
        action: 'none',
        remedy: 'The guest has no network card of that name: correct vm_interface, or leave it out.',
      },
      /[Tt]ime(?:out|d out) (?:while )?waiting for (?:an? |the )?IP/,
      /\b[Nn]o (?:valid |usable )?(?:IP|ip)(?:v4|v6)? ?address|\b[Nn]o IPv?[46]? |(?:[Uu]nable to (?:find|get|determine)|[Cc]ould not (?:find|determine|get|detect)) (?:an? |the )?(?:IP|ip)\b/,
      /[Ee]rror (?:detecting|getting|finding|retrieving) (?:the )?(?:host |guest |VM )?IP/,
      /IP (?:address )?not found (?:in (?:DHCP|ARP|lease)|for MAC)/,
    ],
  },
  {
    cause: 'guest-http-unreachable',
    place: 'anywhere',
    unless: /(?:open|stat) \S+: (?:no such file|The system cannot find)/,
    patterns: [
      /Failed to retrieve the preconfiguration file/,
      /preconfiguration could not be retrieved from/,
      /(?:[Ee]rror|[Ff]ail\w*|[Uu]nable|[Cc]ould not|[Cc]annot|[Cc]an't)\b.*\b(?:kickstart|preseed|ks\.cfg|user-data|answer file|autoinst\w*|autounattend)\b/i,
      /http:\/\/[\d.]+:\d{4,5}\/\S*(?:ks|preseed|user-data|meta-data|autoinst|cfg|ya?ml|xml)\b.*(?:timed out|refused|[Nn]o route|unreachable|404 [Nn]ot|: 404|error 404|failed[:;. ])/,
      /(?:timed out|[Nn]o route|unreachable|404 [Nn]ot|: 404|error 404|[Ff]ailed to |url_helper).*http:\/\/[\d.]+:8\d{3}\/\S*(?:ks|preseed|user-data|meta-data|autoinst|cfg|ya?ml|xml)\b/,
    ],
  },
  {
    cause: 'boot-command-failed',
    patterns: [
      /[Ee]rror (?:running|typing|processing|sending|generating|parsing|preparing) (?:a |the )?boot[ _]?command/,
      /[Ff]ailed to (?:send|type|run|parse) (?:the )?boot[ _]?command/,
    ],
  },
  {
    cause: 'vnc-connect-failed',
    patterns: [
      /[Uu]nable to (?:find available|get|determine|connect to) VNC/,
      /[Ee]rror (?:connecting to|handshaking with|getting|opening|detecting|configuring) (?:the )?VNC/,
      /VNC (?:connection|server|port|client|websocket)\b.*(?:refused|timed out|fail)|VNC (?:authentication|handshake) (?:fail|err|required)/,
      { match: /Timeout connecting to: \S+:59\d\d/, confidence: 0.7 },
    ],
    unless: /Trying address/,
  },
];
