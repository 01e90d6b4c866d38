import type { Severity } from '../capacity/Judgement';
import { TIERS, type Tier } from '../catalogue/Tier';
import { isRefusal, refuse, type Refusal } from '../promql/Draft';
import { InvalidName } from '../promql/InvalidName';
import type { QuestionContext } from '../promql/QuestionContext';
import { buildRule, type RulePlan } from './buildRule';
import { parametersOf, type Intent } from './Intent';
import type { IntentInfo } from './IntentInfo';
import { intentInfo } from './INTENTS';
import type { IntentPlan, LeftOut, Unanswerable } from './IntentPlan';
import { keeperRules } from './keeperRules';
import type { LabelledLimit } from './labelledLimits';
import type { LimitOutcome, Measure, Recipe } from './Recipe';
import { RECIPES } from './recipes/RECIPES';
import { choiceName, isChosen, type RuleChoice } from './RuleChoice';
import type { RuleDocument } from './RuleDocument';
import type { RuleSource, RuleSubject } from './RuleSource';
import { splitLimits } from './splitLimits';
import { vanishedRules } from './vanishedRules';

type ServiceIntent = Exclude<Intent, { readonly kind: 'override-silent' }>;

// Outline: for each source and tier, ask the recipe what it measures and for the limit of every chosen service; write
// one rule over all limits, split by size; add the companions of the series it looks at.

/** Rules of one intent for the services chosen. Never throws: what cannot be asked is said. */
export function planIntent(intent: Intent, sources: readonly RuleSource[], choice: RuleChoice): IntentPlan {
  if (intent.kind === 'override-silent') {
    return { intent, rules: keeperRules(intent, sources), companions: [], services: 0, leftOut: [], unanswerable: [] };
  }
  const parts = sources.map((source) => planSource(intent, source, choice));
  return {
    intent,
    rules: parts.flatMap((p) => p.rules),
    companions: parts.flatMap((p) => p.companions),
    services: parts.reduce((n, p) => n + p.services, 0),
    leftOut: parts.flatMap((p) => p.leftOut),
    unanswerable: parts.flatMap((p) => p.unanswerable),
  };
}

type SourcePlan = Omit<IntentPlan, 'intent'>;

const NOTHING: SourcePlan = { rules: [], companions: [], services: 0, leftOut: [], unanswerable: [] };

function planSource(intent: ServiceIntent, source: RuleSource, choice: RuleChoice): SourcePlan {
  const chosen = source.subjects.filter((subject) => isChosen(choice, subject));
  if (chosen.length === 0) {
    return NOTHING;
  }
  try {
    const recipe = recipeOf(intent);
    const measure = recipe.measure(source.context);
    if (isRefusal(measure)) {
      return { ...NOTHING, unanswerable: [unanswerable(source, measure)] };
    }
    const tiers = TIERS.map((tier) => planTier(intent, recipe, measure, source, { tier, choice, chosen }));
    return {
      rules: tiers.flatMap((t) => t.rules),
      companions: tiers.flatMap((t) => t.companions),
      services: tiers.reduce((n, t) => n + t.services, 0),
      leftOut: tiers.flatMap((t) => t.leftOut),
      unanswerable: [],
    };
  } catch (error) {
    if (error instanceof InvalidName) {
      const next = `Correct the name in profile ${source.context.profile.id} or in the scope of the source.`;
      return { ...NOTHING, unanswerable: [unanswerable(source, refuse(error.message, next))] };
    }
    throw error;
  }
}

const unanswerable = ({ context }: RuleSource, { reason, next }: Refusal): Unanswerable => ({ profile: context.profile.id, reason, next });

interface TierScope {
  readonly tier: Tier;
  readonly choice: RuleChoice;
  readonly chosen: readonly RuleSubject[];
}

function planTier(intent: ServiceIntent, recipe: BoundRecipe, measure: Measure, source: RuleSource, { tier, choice, chosen }: TierScope): SourcePlan {
  const subjects = chosen.filter(({ facts }) => facts.tier === tier);
  const [first] = subjects;
  if (!first) {
    return NOTHING;
  }
  const outcomes = subjects.map((subject) => ({ subject, outcome: recipe.limit(subject, source.context) }));
  const limits = outcomes.flatMap(({ subject, outcome }) => ('limit' in outcome ? [labelled(subject, outcome)] : []));
  const info = intentInfo(intent.kind);
  const plan: RulePlan = {
    source,
    tier,
    severity: severityOf(info, first),
    intent: intent.kind,
    about: intent.kind,
    params: parametersOf(intent),
    title: info.title,
    alertName: info.alertName,
    doc: info.doc,
    choice: choiceName(choice),
    measure,
    comparison: recipe.comparison,
    interval: info.interval,
    holdFor: recipe.holdFor ?? info.holdFor,
    summary: recipe.summary,
  };
  const parts = splitLimits(limits);
  return {
    rules: parts.map((part, index): RuleDocument => buildRule(plan, part, { index, of: parts.length })),
    companions: limits.length === 0 ? [] : vanishedRules(plan, measure.watched, subjects),
    services: limits.length,
    leftOut: outcomes.flatMap(({ subject, outcome }): LeftOut[] => ('leftOut' in outcome ? [{ service: subject.facts.service.name, reason: outcome.leftOut }] : [])),
    unanswerable: [],
  };
}

/** As severe as the tier's policy says of a shortage, or information. */
const severityOf = ({ weight }: IntentInfo, { facts }: RuleSubject): Severity => (weight === 'short' ? facts.policy.shortIs : 'information');

const labelled = ({ facts }: RuleSubject, { limit, labels }: Extract<LimitOutcome, { readonly limit: number }>): LabelledLimit => ({
  service: facts.service,
  owner: facts.owner,
  limit,
  ...(labels && { labels }),
});

/** A recipe with its intent filled in. */
interface BoundRecipe {
  readonly limit: (subject: RuleSubject, context: QuestionContext) => LimitOutcome;
  readonly measure: (context: QuestionContext) => Measure | Refusal;
  readonly comparison: RulePlan['comparison'];
  readonly holdFor: number | undefined;
  readonly summary: RulePlan['summary'];
}

function recipeOf(intent: ServiceIntent): BoundRecipe {
  // The table pairs each kind with a recipe for it, which the compiler cannot follow through a union.
  const recipe = RECIPES[intent.kind] as Recipe<ServiceIntent>;
  return {
    limit: (subject, context) => recipe.limit(subject, intent, context),
    measure: (context) => recipe.measure(context, intent),
    comparison: recipe.comparison(intent),
    holdFor: recipe.holdFor?.(intent),
    summary: recipe.summary(intent),
  };
}
