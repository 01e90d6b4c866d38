import { useEffect, useRef, useState } from 'react';
import type { Intent, IntentKind } from '../../../domain/alertrules/Intent';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';
import { planIntent } from '../../../domain/alertrules/planIntent';
import type { RuleChoice } from '../../../domain/alertrules/RuleChoice';
import type { RuleSource } from '../../../domain/alertrules/RuleSource';

type Plans = ReadonlyMap<IntentKind, IntentPlan>;

interface Made {
  readonly plans: Plans;
  readonly sources: readonly RuleSource[] | null;
  readonly choice: RuleChoice | null;
  readonly intents: ReadonlyMap<IntentKind, Intent>;
}

export interface IntentPlans {
  readonly plans: Plans;
  /** False while what somebody changed is worked in: until then plans are those of before. */
  readonly current: boolean;
}

const NOTHING: Made = { plans: new Map(), sources: null, choice: null, intents: new Map() };

/** Plans of all intents, one intent a turn of the event loop: a thousand services make long texts. What did not change is kept. */
export function useIntentPlans(sources: readonly RuleSource[], choice: RuleChoice, intents: ReadonlyMap<IntentKind, Intent>): IntentPlans {
  const [made, setMade] = useState(NOTHING);
  const last = useRef(made);
  useEffect(() => {
    const { plans: before, intents: planned, ...of } = last.current;
    const kept = of.sources === sources && of.choice === choice;
    const plans = new Map<IntentKind, IntentPlan>();
    const waiting = [...intents.values()];
    let timer = 0;
    const next = () => {
      for (let intent = waiting.shift(); intent; intent = waiting.shift()) {
        const old = kept && planned.get(intent.kind) === intent ? before.get(intent.kind) : undefined;
        plans.set(intent.kind, old ?? planIntent(intent, sources, choice));
        if (!old) {
          timer = window.setTimeout(next, 0);
          return;
        }
      }
      last.current = { plans, sources, choice, intents };
      setMade(last.current);
    };
    timer = window.setTimeout(next, 0);
    return () => window.clearTimeout(timer);
  }, [sources, choice, intents]);
  return { plans: made.plans, current: made.choice === choice && made.intents === intents };
}
