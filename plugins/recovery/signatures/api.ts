import type { FailureSignature } from 'packer-hybrid';

/** What services of any platform answer when they refuse, are busy or cannot be reached. */
export const api: readonly FailureSignature[] = [
  {
    cause: 'tls-untrusted-ca',
    patterns: [
      /x509: /,
      /certificate signed by unknown authority/,
      /tls: failed to verify certificate/,
      /certificate (?:has expired|is not trusted|is valid for)/,
    ],
    unless: /596 |FAILED! =>/,
  },
  {
    cause: 'api-connection-failed',
    unless:
      /curl: |shutdown command|WinRM|wsman|SSH connection|ssh:|\.iso\b|TCP connection to SSH|VNC|:59\d\d|127\.0\.0\.1:\d+: connect: connection refused.*(?:SSH|vnc)|RPC|packer\.sock|\/folder\//,
    patterns: [
      /connect(?:ion)?: (?:connection refused|no route to host|network is unreachable|connection timed out)/,
      /(?:read|write|dial) tcp .*(?:connection (?:refused|reset by peer)|broken pipe|i\/o timeout|no such host|server misbehaving|use of closed)/,
      /dial tcp: lookup \S+.*(?:no such host|server misbehaving|Temporary failure|i\/o timeout)/,
      /lookup \S+.*(?:no such host|Temporary failure in name resolution|i\/o timeout|server misbehaving)/,
      /TLS handshake timeout/,
      /\b50[234] (?:Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out)/,
      /(?:Get|Post|Put|Delete|Head|POST|GET|PUT) "?https?:[^"\s]*"?: .*(?:EOF|context deadline exceeded|net\/http: request canceled|Gateway Time-?out|Bad Gateway|Service Unavailable|connection reset|http2: )/,
      { match: /http2: (?:client connection lost|server sent GOAWAY)|server closed idle connection/ },
    ],
  },
  {
    cause: 'api-throttled',
    unless: /github|GitHub|PACKER_GITHUB|plugin getter|getting a plugin/,
    patterns: [
      /Too ?Many ?Requests|RequestLimitExceeded|Request limit exceeded|Throttling(?:Exception)?\b|[Rr]ate (?:exceeded|limit(?:ed)?(?: exceeded| reached)?)|SlowDown|[Tt]hrottled/,
      /StatusCode[=:] ?429|status(?: code)?:? 429|\b429\b.*(?:[Rr]etry|[Rr]ate limit|[Rr]equest limit|requests)/,
      /[Rr]etry-[Aa]fter: ?\d+/,
    ],
  },
  {
    cause: 'cloud-transient-error',
    unless: /rate limit|[Tt]oo [Mm]any|AllocationFailed|capacity/,
    patterns: [
      /(?:Networking)?Internal(?:Operation|Execution|Server)Error|RetryableError|OperationPreempted|AnotherOperationInProgress|ServiceUnavailable\b/,
      /[Pp]lease (?:retry|try again) (?:later|in a few|after)|requires exclusive access|preempted by a more recent|[Cc]onflict.*(?:in progress|another operation)/,
      /(?:InternalError|Internal error|internal error occurred|ServerError)\b.*(?:retry|try again|later)?/,
      /(?:currently|is) being (?:updated|modified|processed) by another/,
    ],
  },
  {
    cause: 'cloud-quota-exceeded',
    patterns: [
      /QuotaExceeded|[Qq]uota (?:was |is |has been )?exceeded|exceed(?:s|ing|ed)? (?:the )?(?:approved|your|quota|current) .*(?:[Qq]uota|limit)/,
      /(?<!Request)LimitExceeded\b|maximum number of .* (?:has been|was) reached|You have (?:reached|exceeded) .*(?:limit|quota)|Quota '\w+' exceeded/,
    ],
  },
  {
    cause: 'cloud-capacity-unavailable',
    patterns: [
      /Insufficient\w*Capacity|ZONE_RESOURCE_POOL_EXHAUSTED|OutOfCapacity|Out of host capacity|do(?:es)? not (?:currently )?have (?:sufficient|enough) .*capacity/,
      /(?:Zonal|Overconstrained\w*)?Allocation(?:Request)?Failed|SkuNotAvailable|NotAvailableForSubscription/,
      /[Tt]he requested (?:VM )?size .*(?:not available|unavailable)|is currently not available in location|no .*capacity .*(?:available|zone|region)/,
    ],
  },
  {
    cause: 'artifact-already-exists',
    patterns: [/is used by an existing (?:AMI|image)|InvalidAMIName\.Duplicate|[Ii]mage \S+ already exists/],
    unless: /-force flag|deleting it/,
  },
  {
    cause: 'platform-auth-failed',
    patterns: [
      /\b401\b.*(?:[Uu]nauthorized|authentication fail|invalid token|[Nn]o ticket)/,
      /(?:AuthFailure|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|ExpiredToken|NoCredentialProviders|RequestExpired)\b/,
      /No valid credential sources|could not find default credentials|oauth2: .*(?:cannot fetch token|invalid_grant)/,
    ],
    unless: /WinRM|wsman|http response error|github/,
  },
  {
    cause: 'platform-permission-denied',
    patterns: [
      /UnauthorizedOperation|AccessDenied(?:Exception)?\b|not authorized to perform|AuthorizationFailed|Insufficient(?:Permissions| Permission)/,
      { match: /\b403\b.*(?:[Ff]orbidden|[Pp]ermission)|StatusCode=403/ },
    ],
    unless: /bad response code|[Dd]ownload|rate limit/,
  },
];
