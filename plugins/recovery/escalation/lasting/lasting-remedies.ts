import type { Diagnosis } from 'packer-hybrid';

/** What ends a failure for good that the next build only survives; causes that are missing here have a remedy of that kind. */
export const lastingRemedies: Readonly<Record<string, string>> = {
  'package-mirror-failed':
    'Use a package mirror or a caching proxy of your own, and hand its address to the guest, for example as `http_proxy` in the `environment_vars` of the first provisioner.',
  'package-manager-lock':
    'Let the first provisioner wait for the jobs of the first boot (`cloud-init status --wait`), or switch unattended upgrades off in the base image.',
  'iso-download-failed':
    'Keep the image in a store of your own and name it first in `iso_urls`; the checksum stays as it is.',
  'iso-checksum-mismatch':
    'Pin a release whose files do not change, and mirror it: a publisher that replaces files under the same name breaks every checksum.',
  'api-connection-failed':
    'Find what lies between here and the platform: a proxy, an idle time-out, a load balancer or a service that restarts at certain hours.',
  'api-throttled':
    'Build fewer targets of the platform at once (`concurrency.platforms`), or spread the builds over the day.',
  'cloud-transient-error':
    'Move the builds to another hour, or ask the provider with the correlation ids of the log.',
  'cloud-capacity-unavailable':
    'Name sizes that may be used instead in `recovery.approved`, or reserve capacity.',
  'platform-object-locked':
    'Keep backups, replication and other builds apart in time, and build one target of the platform at once (`concurrency.platforms`).',
  'plugin-init-rate-limited':
    'Set `PACKER_GITHUB_API_TOKEN` where the builds run, or install the plugins there once for all.',
  'host-memory-exhausted':
    'Build fewer targets at once (`concurrency.total`), or on a machine with more memory.',
  'platform-auth-failed':
    'Use an API token that outlives the build, and renew it by a schedule instead of by a failure.',
  'ssh-timeout':
    'Raise `ssh_timeout` for good, and find out what makes the start so slow: nested virtualisation, a busy host, an installer that waits for the network.',
  'winrm-timeout':
    'Raise `winrm_timeout` for good, and look at the unattended setup: updates that install before WinRM is switched on are the usual reason.',
  'guest-no-ip': 'Raise `ip_wait_timeout` for good, and look at DHCP and the guest agent of the base image.',
  'reboot-timeout': 'Raise `restart_timeout` for good, or install updates in an image of their own.',
};

/** The same by class, for causes that nobody here knows. */
export const lastingByClass: Readonly<Record<Diagnosis['class'], string>> = {
  config: 'It stays until the template or the configuration is corrected.',
  infrastructure: 'It stays until the host or the platform has what the build needs.',
  transient:
    'Take away the dependence on whatever fails now and then: mirror it, cache it, or build at another hour.',
  security: 'It is a matter of trust or rights, and only somebody who may grant them can end it.',
  guest: 'It lies inside the guest: correct the base image or the unattended installation.',
  provisioner: 'It lies in a script, play or manifest of yours: correct the step that is named.',
  toolchain: 'It lies in a tool: pin a version that works, and install it where the builds run.',
};
