import { describe, expect, it } from 'vitest';
import { knownText, type Offer } from './known-text.ts';

const offer = (changes: Partial<Offer> = {}): Offer => ({
  value: 'offered',
  variables: ['usual_name'],
  standsIn: false,
  ...changes,
});
const offered = { state: 'text', text: 'offered', secret: false };

describe('knownText', () => {
  it('takes what the template says before any offer', () => {
    expect(knownText({ state: 'set', value: 'own' }, offer())).toEqual({
      state: 'text',
      text: 'own',
      secret: false,
    });
    expect(knownText({ state: 'secret', value: 'own' })).toEqual({
      state: 'text',
      text: 'own',
      secret: true,
    });
  });

  it('does not guess', () => {
    expect(knownText({ state: 'unknown' }, offer({ standsIn: true }))).toEqual({ state: 'unknown' });
  });

  it('takes an offer for a variable of a usual name only', () => {
    expect(knownText({ state: 'unset', variable: 'usual_name' }, offer())).toEqual(offered);
    expect(knownText({ state: 'unset', variable: 'other' }, offer())).toEqual({
      state: 'missing',
      variable: 'other',
    });
  });

  it('takes an offer for an attribute that is left out only where the vendor reads it', () => {
    expect(knownText({ state: 'unset' }, offer({ standsIn: true }))).toEqual(offered);
    expect(knownText({ state: 'unset' }, offer())).toEqual({ state: 'missing' });
    expect(knownText({ state: 'unset' }, offer({ standsIn: true, value: undefined }))).toEqual({
      state: 'missing',
    });
  });
});
