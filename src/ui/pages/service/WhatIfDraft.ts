import type { WhatIf } from '../../../domain/capacity/JudgeOptions';
import type { Redundancy } from '../../../domain/catalogue/TierPolicy';
import { typedNumber } from './typedNumber';
import { WHAT_IF_FIELDS, type WhatIfNumber } from './WhatIfField';

/** What a person has typed so far; an absent field stands at what policy or measurement says. */
export interface WhatIfDraft {
  readonly numbers: Readonly<Partial<Record<WhatIfNumber, string>>>;
  readonly redundancy: Redundancy | null;
}

export const EMPTY_DRAFT: WhatIfDraft = { numbers: {}, redundancy: null };

export interface ReadDraft {
  /** The valid part. */
  readonly overrides: WhatIf;
  readonly errors: Readonly<Partial<Record<WhatIfNumber, string>>>;
}

/** Overrides for the judgement, and per field what is wrong with what was typed. */
export function readDraft(draft: WhatIfDraft): ReadDraft {
  const overrides: { -readonly [K in keyof WhatIf]: WhatIf[K] } =
    draft.redundancy === null ? {} : { redundancy: draft.redundancy };
  const errors: Partial<Record<WhatIfNumber, string>> = {};
  for (const { field, scale, rule } of WHAT_IF_FIELDS) {
    const text = draft.numbers[field];
    if (text === undefined || text.trim() === '') {
      continue;
    }
    const typed = typedNumber(text, rule);
    if (typed.ok) {
      overrides[field] = typed.value / scale;
    } else {
      errors[field] = typed.error;
    }
  }
  return { overrides, errors };
}
