import type { Matcher } from '../catalogue/Profile';
import { refuse, type Refusal } from './Draft';
import { aggregate, binary, labelReplace, number, rate, selector, sumBy, type Expr } from './Expr';
import type { KeyedExpr } from './KeyedExpr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';

/*
 * CPU of services that have machines of their own, from the node exporter: `instance` without its port is the host on
 * both sides. A host that carries more than one service is left out, since its CPU cannot be divided between them.
 */

const HOST = 'headroom_host';
const BUSY: Matcher = { label: 'mode', op: '!~', value: 'idle|iowait|steal' };

/** Cores used on each service's hosts. */
export function hostCores(context: QuestionContext, window: number): KeyedExpr | Refusal {
  const busy = rate(selector('node_cpu_seconds_total', [BUSY, ...context.scope]), window);
  return onHosts(context, sumBy([HOST], withHost(busy)));
}

/** Cores of the smallest host of each service. */
export function coresOfHost(context: QuestionContext): KeyedExpr | Refusal {
  const idle: Matcher = { label: 'mode', op: '=', value: 'idle' };
  const cores = aggregate('count', [HOST], withHost(selector('node_cpu_seconds_total', [idle, ...context.scope])));
  return onHosts(context, cores, 'min');
}

function onHosts(context: QuestionContext, perHost: Expr, op: 'sum' | 'min' = 'sum'): KeyedExpr | Refusal {
  const { profile } = context;
  const instance = profile.labels.instance;
  if (instance === undefined) {
    return refuse(`profile ${profile.id} has no label that names the host`, 'Name the instance label in the profile.');
  }
  const placed = (asked: QuestionContext): Expr => {
    const requests = selector(profile.requests.metric, scopedMatchers(asked, profile.requests.matchers));
    return aggregate('group', [...profile.group, HOST], withHost(requests, instance));
  };
  // Whether a host is shared takes a look at all services, also when one is asked about.
  const alone = binary('==', aggregate('count', [HOST], placed({ ...context, service: undefined })), number(1));
  const ours = binary('and', placed(context), alone, { on: [HOST] });
  const join = profile.group;
  return { expr: aggregate(op, join, binary('*', ours, perHost, { on: [HOST], bring: [] })), join };
}

const withHost = (rows: Expr, instance = 'instance'): Expr =>
  labelReplace(rows, HOST, '$1', instance, '(.+?)(?::[0-9]+)?');
