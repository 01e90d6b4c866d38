import { HOUR } from '../../base/Duration';
import { counterRate } from '../demandRate';
import { refuse, type KpiBuilder, type Refusal } from '../Draft';
import { anyOf } from '../escapeRegex';
import { aggregate, binary, firstOf, number, withLabel, type Expr } from '../Expr';
import type { QuestionContext } from '../QuestionContext';
import { pictureStep, pictureWindow } from '../rateWindow';
import { hasQuantiles, noLatency, quantileExpr } from './latency';

/** Label of an `api-top` row: chosen for its `share` of demand or for its `p99`. */
export const CHOSEN_BY = 'chosen_by';

const TOP = 5;
const SPAN = 6 * HOUR;
/** Share of demand below which a route's latency is not worth a place. */
const LEAST_SHARE = 0.001;

const noRoute = (context: QuestionContext): Refusal =>
  refuse(
    `profile ${context.profile.id} has no label that names the route`,
    'Name the route label in the profile: without it demand and latency cannot be told apart by API.'
  );

/** Top five routes of one service by demand and by p99, chosen once a range so that every point shows the same ones. */
export const apiTop: KpiBuilder = (context) => {
  const { labels, group } = context.profile;
  const route = labels.route;
  if (route === undefined) {
    return noRoute(context);
  }
  const demand = counterRate(context, context.profile.requests, [...group, route], SPAN);
  const byShare = withLabel(aggregate('topk', group, demand, TOP), CHOSEN_BY, 'share');
  return {
    expr: firstOf([byShare, ...slowest(context, route, demand)]),
    extra: [route, CHOSEN_BY],
    unit: 'reqps',
    step: null,
    lookback: SPAN,
    doc: `Top ${TOP} routes of the last 6 h by demand (requests/s) and by 99th percentile (seconds), the latter among those with at least 0.1 % of demand.`,
  };
};

function slowest(context: QuestionContext, route: string, demand: Expr): readonly Expr[] {
  const { latency, group, requests } = context.profile;
  if (!hasQuantiles(latency)) {
    return [];
  }
  const p99 = quantileExpr(context, latency, 0.99, [...group, route], SPAN);
  const least = binary('*', number(LEAST_SHARE), counterRate(context, requests, group, SPAN));
  const busy = binary('>', demand, least, { on: group, bring: [] });
  const eligible = binary('and', p99, busy, { on: [...group, route] });
  return [withLabel(aggregate('topk', group, eligible, TOP), CHOSEN_BY, 'p99')];
}

/** Demand of chosen routes. The rest is the total less these. */
export const apiDemand: KpiBuilder = (context) => {
  const narrowed = onRoutes(context);
  if ('reason' in narrowed) {
    return narrowed;
  }
  const { context: chosen, route } = narrowed;
  return {
    expr: counterRate(chosen, chosen.profile.requests, [...chosen.profile.group, route], pictureWindow(chosen)),
    extra: [route],
    unit: 'reqps',
    step: pictureStep(chosen),
    lookback: pictureWindow(chosen),
    doc: 'Demand of the chosen routes.',
  };
};

/** 99th percentile of chosen routes. */
export const apiP99: KpiBuilder = (context) => {
  const { latency, group } = context.profile;
  const narrowed = onRoutes(context);
  if ('reason' in narrowed) {
    return narrowed;
  }
  if (!hasQuantiles(latency)) {
    return noLatency(context);
  }
  const { context: chosen, route } = narrowed;
  return {
    expr: quantileExpr(chosen, latency, 0.99, [...group, route], pictureWindow(chosen)),
    extra: [route],
    unit: 'seconds',
    step: pictureStep(chosen),
    lookback: pictureWindow(chosen),
    doc: '99th percentile of latency of the chosen routes.',
  };
};

/** The context with its selectors narrowed to the chosen routes. */
function onRoutes(context: QuestionContext): { readonly context: QuestionContext; readonly route: string } | Refusal {
  const route = context.profile.labels.route;
  if (route === undefined) {
    return noRoute(context);
  }
  const routes = context.routes ?? [];
  if (routes.length === 0) {
    return refuse('no routes were chosen', 'Ask api-top first: this service may have had no requests in the last 6 h.');
  }
  const matcher = { label: route, op: '=~' as const, value: anyOf(routes) };
  return { context: { ...context, scope: [...context.scope, matcher] }, route };
}
