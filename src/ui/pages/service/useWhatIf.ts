import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { WhatIf } from '../../../domain/capacity/JudgeOptions';
import { EMPTY_DRAFT, readDraft, type ReadDraft, type WhatIfDraft } from './WhatIfDraft';
import { draftFromParams, paramsWithDraft } from './whatIfParams';

interface WhatIfState {
  readonly draft: WhatIfDraft;
  readonly errors: ReadDraft['errors'];
  /** Of an input that is not valid now, the last valid value. */
  readonly overrides: WhatIf;
}

export interface WhatIfControls extends WhatIfState {
  readonly change: (draft: WhatIfDraft) => void;
  readonly reset: () => void;
}

/** The what-if inputs: typed here, kept in the address so that a link shows the same. */
export function useWhatIf(): WhatIfControls {
  const [params, setParams] = useSearchParams();
  const [state, setState] = useState<WhatIfState>(() => nextState(null, draftFromParams(params)));
  const change = (draft: WhatIfDraft) => {
    const next = nextState(state, draft);
    setState(next);
    setParams((before) => paramsWithDraft(before, draft), { replace: true });
  };
  return { ...state, change, reset: () => change(EMPTY_DRAFT) };
}

function nextState(before: WhatIfState | null, draft: WhatIfDraft): WhatIfState {
  const { overrides, errors } = readDraft(draft);
  const kept = Object.entries(before?.overrides ?? {}).filter(([field]) => field in errors);
  return { draft, errors, overrides: { ...overrides, ...Object.fromEntries(kept) } };
}
