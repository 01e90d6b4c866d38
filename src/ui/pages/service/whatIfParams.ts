import type { Redundancy } from '../../../domain/catalogue/TierPolicy';
import type { WhatIfDraft } from './WhatIfDraft';
import { WHAT_IF_FIELDS, type WhatIfNumber } from './WhatIfField';

const REDUNDANCY_PARAM = 'redundancy';
const REDUNDANCIES: readonly Redundancy[] = ['zone', 'n+1', 'none'];

/** The draft an address holds. */
export function draftFromParams(params: URLSearchParams): WhatIfDraft {
  const numbers: Partial<Record<WhatIfNumber, string>> = {};
  for (const { field, param } of WHAT_IF_FIELDS) {
    const text = params.get(param);
    if (text !== null) {
      numbers[field] = text;
    }
  }
  const redundancy = REDUNDANCIES.find((r) => r === params.get(REDUNDANCY_PARAM)) ?? null;
  return { numbers, redundancy };
}

/** The address with a draft in it and everything else left alone. */
export function paramsWithDraft(params: URLSearchParams, draft: WhatIfDraft): URLSearchParams {
  const after = new URLSearchParams(params);
  const set = (name: string, value: string | null | undefined) => (value ? after.set(name, value) : after.delete(name));
  WHAT_IF_FIELDS.forEach(({ field, param }) => set(param, draft.numbers[field]));
  set(REDUNDANCY_PARAM, draft.redundancy);
  return after;
}
