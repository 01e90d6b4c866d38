import { useEffect, useState } from 'react';
import type { Intent, IntentKind } from '../../../domain/alertrules/Intent';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';
import { planIntent } from '../../../domain/alertrules/planIntent';
import type { RuleChoice } from '../../../domain/alertrules/RuleChoice';
import type { RuleSource } from '../../../domain/alertrules/RuleSource';

/** Plans of all intents, one intent a turn of the event loop: a thousand services make long texts. Old ones stand until then. */
export function useIntentPlans(
  sources: readonly RuleSource[],
  choice: RuleChoice,
  intents: ReadonlyMap<IntentKind, Intent>
): ReadonlyMap<IntentKind, IntentPlan> {
  const [plans, setPlans] = useState<ReadonlyMap<IntentKind, IntentPlan>>(new Map());
  useEffect(() => {
    const made = new Map<IntentKind, IntentPlan>();
    const waiting = [...intents.values()];
    let timer = 0;
    const next = () => {
      const intent = waiting.shift();
      if (!intent) {
        setPlans(made);
        return;
      }
      made.set(intent.kind, planIntent(intent, sources, choice));
      timer = window.setTimeout(next, 0);
    };
    timer = window.setTimeout(next, 0);
    return () => window.clearTimeout(timer);
  }, [sources, choice, intents]);
  return plans;
}
