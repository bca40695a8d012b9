/** A release that its vendor no longer supports, and since when. */
export interface Ended {
  /** Such as `Ubuntu 18.04`. */
  readonly system: string;
  /** The last day, as `YYYY-MM-DD`. */
  readonly until: string;
  readonly successor: string;
}

interface Family {
  /** Captures the release. */
  readonly pattern: RegExp;
  readonly title: string;
  readonly successor: string;
  /** Releases with their last day of free security updates. */
  readonly until: Readonly<Record<string, string>>;
  /** What looks like the family and lives on. */
  readonly except?: RegExp;
}

const families: readonly Family[] = [
  {
    pattern: /ubuntu[\w-]*?[-_ ](\d\d[._](?:04|10))(?!\d)/,
    title: 'Ubuntu',
    successor: 'Ubuntu 24.04',
    except: /\bpro\b|fips|esm/,
    until: {
      '14.04': '2019-04-30',
      '16.04': '2021-04-30',
      '18.04': '2023-05-31',
      '20.04': '2025-05-31',
      '22.04': '2027-04-30',
      '23.04': '2024-01-25',
      '23.10': '2024-07-11',
      '24.10': '2025-07-10',
    },
  },
  {
    pattern: /debian[-_ ]?(\d{1,2})(?!\d)/,
    title: 'Debian',
    successor: 'Debian 12',
    until: { 7: '2018-05-31', 8: '2020-06-30', 9: '2022-06-30', 10: '2024-06-30' },
  },
  {
    pattern: /centos[-_ ]?(?:linux[-_ ]?)?(\d)(?!\d)/,
    title: 'CentOS Linux',
    successor: 'CentOS Stream 9, AlmaLinux or Rocky Linux',
    except: /stream/,
    until: { 5: '2017-03-31', 6: '2020-11-30', 7: '2024-06-30', 8: '2021-12-31' },
  },
  {
    pattern: /rhel(?:[-_]server)?[-_ ]?(\d)/,
    title: 'Red Hat Enterprise Linux',
    successor: 'Red Hat Enterprise Linux 9',
    except: /\bels\b|rhel[-_ ]?10/,
    until: { 5: '2017-03-31', 6: '2020-11-30', 7: '2024-06-30' },
  },
  {
    pattern: /fedora[\w-]*?-((?:2|3|4)\d)(?=[-._]|$)/,
    title: 'Fedora',
    successor: 'the current Fedora',
    until: {
      35: '2022-12-13',
      36: '2023-05-16',
      37: '2023-12-05',
      38: '2024-05-21',
      39: '2024-11-26',
      40: '2025-05-13',
    },
  },
  {
    pattern: /windows[-_ ]?server[-_ ]?(2008|2012)/,
    title: 'Windows Server',
    successor: 'Windows Server 2022',
    until: { 2008: '2020-01-14', 2012: '2023-10-10' },
  },
  {
    pattern: /win(?:dows)?[-_ ]?(7|10)(?![\d.])/,
    title: 'Windows',
    successor: 'Windows 11',
    except: /ltsc|iot|avd|esu/,
    until: { 7: '2020-01-14', 10: '2025-10-14' },
  },
];

/** The release that a name speaks of, when its time was over on a day. */
export function endedIn(name: string, today: string): Ended | undefined {
  const text = name.toLowerCase();
  for (const { pattern, title, successor, until, except } of families) {
    const release = pattern.exec(text)?.[1]?.replace('_', '.');
    if (release === undefined || except?.test(text)) continue;
    const end = Object.hasOwn(until, release) ? until[release] : undefined;
    if (end !== undefined && end < today) return { system: `${title} ${release}`, until: end, successor };
  }
  return undefined;
}
