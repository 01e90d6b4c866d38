import { useMemo, useRef, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { Intent, IntentKind } from '../../../domain/alertrules/Intent';
import { INTENT_KINDS, intentInfo } from '../../../domain/alertrules/INTENTS';
import type { IntentInfo } from '../../../domain/alertrules/IntentInfo';
import type { IntentPlan } from '../../../domain/alertrules/IntentPlan';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import { rulesOf, standingOf } from '../../../domain/alertrules/standingOf';
import type { AlertFacts } from '../../../engine/alerting/AlertUseCase';
import { useHeadroom } from '../../HeadroomContext';
import { FIRST_DRAFT, type AlertDraft } from './AlertDraft';
import { ChoiceBar } from './ChoiceBar';
import { IntentCard } from './IntentCard';
import { OtherRules } from './OtherRules';
import { SaveBar } from './SaveBar';
import { SaveReminder } from './SaveReminder';
import { useExistingRules } from './useExistingRules';
import { useIntentPlans } from './useIntentPlans';

const GROUPS: ReadonlyArray<IntentInfo['group']> = ['Will it hold?', 'Overload now', 'Resources', 'Planning', 'Load tests'];

/** Choose whom and what, look at the past, save. */
export function AlertsWorkspace({ facts }: { readonly facts: AlertFacts }) {
  const styles = useStyles2(getStyles);
  const saving = useRef<HTMLDivElement>(null);
  const { alerts } = useHeadroom();
  const [draft, setDraft] = useState<AlertDraft>(FIRST_DRAFT);
  const [existing, reload] = useExistingRules();
  const { plans, current } = useIntentPlans(facts.sources, draft.choice, draft.intents);
  const change = (part: Partial<AlertDraft>) => setDraft((before) => ({ ...before, ...part }));
  const stored = existing?.ok ? existing.value : null;
  const rules = useMemo(() => chosenRules(plans, draft), [plans, draft]);
  if (plans.size === 0) {
    return <LoadingPlaceholder text="Writing rules …" />;
  }
  return (
    <div className={styles.page}>
      {existing && !existing.ok && (
        <Alert severity="warning" title="Rules that stand in Grafana cannot be read" bottomSpacing={0}>
          {existing.error.message} What would be written is shown all the same.
        </Alert>
      )}
      <ChoiceBar draft={draft} sources={facts.sources} onChange={change} />
      <div ref={saving} tabIndex={-1} className={styles.saving}>
        <SaveBar rules={rules} current={current} moving={facts.progress !== null} onSaved={reload} />
      </div>
      {GROUPS.map((group) => (
        <section key={group} aria-label={group}>
          <h2 className={styles.group}>{group}</h2>
          <ul className={styles.list}>
            {plansOf(plans, group).map((plan) => {
              const { kind } = plan.intent;
              return (
                <IntentCard
                  key={kind}
                  plan={plan}
                  standing={standingOf(plan, stored, draft.companions)}
                  companions={draft.companions}
                  current={current}
                  moving={facts.progress !== null}
                  selected={draft.selected.has(kind)}
                  onSelect={(selected) => change({ selected: withKind(draft.selected, kind, selected) })}
                  onChange={(intent: Intent) => change({ intents: new Map(draft.intents).set(kind, intent) })}
                  addressOf={(uid) => alerts.address(uid)}
                />
              );
            })}
          </ul>
        </section>
      ))}
      <SaveReminder rules={rules.length} onGo={() => goTo(saving.current)} />
      <OtherRules rules={(stored ?? []).filter(({ labels }) => labels['headroom_intent'] !== undefined)} onRemoved={reload} />
    </div>
  );
}

function goTo(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

const plansOf = (plans: ReadonlyMap<IntentKind, IntentPlan>, group: IntentInfo['group']): readonly IntentPlan[] =>
  INTENT_KINDS.filter((kind) => intentInfo(kind).group === group).flatMap((kind) => plans.get(kind) ?? []);

function withKind(kinds: ReadonlySet<IntentKind>, kind: IntentKind, on: boolean): ReadonlySet<IntentKind> {
  const next = new Set(kinds);
  if (on) {
    next.add(kind);
  } else {
    next.delete(kind);
  }
  return next;
}

/** Rules of the ticked intents; companions that several share stand once. */
function chosenRules(plans: ReadonlyMap<IntentKind, IntentPlan>, { selected, companions }: AlertDraft): readonly RuleDocument[] {
  const all = [...selected].flatMap((kind) => {
    const plan = plans.get(kind);
    return plan ? rulesOf(plan, companions) : [];
  });
  return [...new Map(all.map((rule) => [rule.uid, rule])).values()];
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  saving: css({ '&:focus': { outline: 'none' } }),
  group: css({ fontSize: theme.typography.h4.fontSize, margin: theme.spacing(1, 0) }),
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), margin: 0, padding: 0 }),
});
