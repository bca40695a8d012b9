import type { ReportingConfiguration } from 'sarif';
import type { Severity } from '../../../../core/schema/index.ts';

/** What SARIF calls our severities. */
export const levels: Readonly<Record<Severity, NonNullable<ReportingConfiguration.level>>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Code scanning sorts security findings by a number from 0 to 10. */
export const securitySeverities: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
};
