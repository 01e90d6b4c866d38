import { EMPTY_DRAFT, readDraft } from './WhatIfDraft';
import { draftFromParams, paramsWithDraft } from './whatIfParams';

describe('what-if draft', () => {
  it('counts per cent as shares and leaves empty inputs at what policy says', () => {
    expect(readDraft({ numbers: { reserve: '30', eventFactor: '2', zones: ' ' }, redundancy: 'none' })).toEqual({
      overrides: { reserve: 0.3, eventFactor: 2, redundancy: 'none' },
      errors: {},
    });
  });

  it('says per field what is wrong and keeps the valid rest', () => {
    const { overrides, errors } = readDraft({ numbers: { reserve: '130', instances: '12' }, redundancy: null });
    expect(overrides).toEqual({ instances: 12 });
    expect(errors.reserve).toContain('“130”');
  });

  it('goes through the address unchanged and leaves the rest of it alone', () => {
    const draft = { numbers: { eventFactor: '1.8', benchmarkLow: 'oops' }, redundancy: 'n+1' as const };
    const params = paramsWithDraft(new URLSearchParams('key=k&from=now-2d'), draft);
    expect(params.get('key')).toBe('k');
    expect(draftFromParams(params)).toEqual(draft);
    expect(paramsWithDraft(params, EMPTY_DRAFT).toString()).toBe('key=k&from=now-2d');
  });

  it('ignores a redundancy that does not exist', () => {
    expect(draftFromParams(new URLSearchParams('redundancy=two-suns')).redundancy).toBeNull();
  });
});
