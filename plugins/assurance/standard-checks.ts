import type { ValidationEvidenceInput } from 'packer-hybrid';
import type { GuestFacts } from './guest-facts.ts';

type Judge = (facts: GuestFacts) => ValidationEvidenceInput | undefined;

const identity: Judge = ({ os, host, kernel }) => ({
  id: 'guest/identity',
  dimension: 'functionality',
  score: os && host ? 1 : 0,
  detail: `${os || 'An unknown system'} on kernel ${kernel || 'unknown'}, host name ${host || 'unknown'}.`,
});

const systemState: Judge = ({ state, failed = '' }) => {
  if (!state) return undefined;
  const units = failed === '' ? [] : failed.split(/\s+/);
  const isHealthy = state === 'running' && units.length === 0;
  return {
    id: 'guest/system-state',
    dimension: 'functionality',
    score: isHealthy ? 1 : Math.max(0, 0.5 - units.length * 0.1),
    weight: 2,
    detail: isHealthy
      ? 'systemd is running and no unit failed.'
      : `systemd is ${state}${units.length > 0 ? `; failed units: ${units.join(', ')}` : ''}.`,
  };
};

const rootWritable: Judge = ({ writable }) => {
  if (!writable) return undefined;
  const isWritable = writable === 'yes';
  return {
    id: 'guest/disk-writable',
    dimension: 'functionality',
    score: isWritable ? 1 : 0,
    // A read-only root can be meant.
    confidence: isWritable ? 1 : 0.7,
    detail: isWritable ? 'The disk takes what is written to it.' : 'Nothing can be written to /var/tmp.',
  };
};

const authorizedKeys: Judge = ({ keys, user }) => {
  if (keys === undefined) return undefined;
  const isClean = keys === '';
  return {
    id: 'guest/authorized-keys',
    dimension: 'security',
    score: isClean ? 1 : 0.2,
    weight: 2,
    // Others' homes are closed to anybody but root.
    confidence: user === 'root' ? 1 : 0.5,
    detail: isClean
      ? 'No key is authorized in the image.'
      : `Keys that may log in to every machine made from the image (count and file): ${keys}.`,
  };
};

const hostKeys: Judge = (facts) => {
  const { 'host-keys': count = '0', 'old-host-keys': old } = facts;
  if (old === undefined || count === '0') return undefined;
  const isUnique = old === '';
  return {
    id: 'guest/host-keys',
    dimension: 'security',
    score: isUnique ? 1 : 0.3,
    detail: isUnique
      ? 'Each machine makes its own SSH host keys when it first boots.'
      : `Every machine made from the image shares these SSH host keys: ${old}.`,
  };
};

const machineId: Judge = ({ 'old-machine-id': old }) => {
  if (old === undefined) return undefined;
  const isUnique = old === '';
  return {
    id: 'guest/machine-id',
    dimension: 'functionality',
    score: isUnique ? 1 : 0.5,
    weight: 0.5,
    detail: isUnique
      ? 'Each machine gets its own machine id.'
      : 'Every machine made from the image has the same /etc/machine-id: DHCP and logs cannot tell them apart.',
  };
};

const judges: readonly Judge[] = [identity, systemState, rootWritable, authorizedKeys, hostKeys, machineId];

/** Judges what a guest said about itself; stays silent about what it did not say. */
export function standardChecks(facts: GuestFacts): readonly ValidationEvidenceInput[] {
  return judges.map((judge) => judge(facts)).filter((evidence) => evidence !== undefined);
}
