import { HOUR, MINUTE, SECOND } from '../base/Duration';
import { DISK_FREE, NODE_DISK_FREE, NODE_DISK_READONLY, NO_DISKS, POD_PLACEMENT } from '../catalogue/diskMetrics';
import { aggregate, binary, call, copyLabel, firstOf, number, over, selector, subquery, type Expr, type Selector } from '../promql/Expr';
import type { QuestionContext } from '../promql/QuestionContext';
import { scopedMatchers } from '../promql/scopedMatchers';
import { HOST, serviceHosts, withHost } from './serviceHosts';

/** The line is fitted through this much of the past. */
export const LOOK_BACK = 6 * HOUR;
const LOOK = 5 * MINUTE;
/** Looks that must have seen the disk, of those six hours hold: a line through an hour says nothing of days. */
const SEEN = Math.floor((LOOK_BACK / LOOK) * (2 / 3));

/** Label that names the disk within its machine. */
export const MOUNT = 'mountpoint';

/**
 * Free bytes that a straight line foresees `ahead` milliseconds from now, one row a service for the disk with the least on
 * each of its machines (labels `host` and `mountpoint`). Of disks that were seen for two thirds of six hours and have
 * lost space in the last hour too, so that one large file, written once, is no trend. Null when nothing tells.
 */
export function fillingDisks(context: QuestionContext, ahead: number): Expr | null {
  const ways = [ownDisks(context, ahead), machineDisks(context, ahead)].filter((way) => way !== null);
  return ways.length === 0 ? null : firstOf(ways);
}

/** As the process itself publishes them: the labels of its target are those of the service. */
function ownDisks(context: QuestionContext, ahead: number): Expr | null {
  const { group, labels, seenFrom } = context.profile;
  if (!context.metrics.has(DISK_FREE) || seenFrom === 'router') {
    return null;
  }
  const rows = copyLabel(foreseen(selector(DISK_FREE, scopedMatchers(context)), ahead), MOUNT, 'path');
  const named = labels.instance === undefined ? rows : withHost(rows, labels.instance);
  return aggregate('min', [...group, HOST, MOUNT], named);
}

/** As the node exporter has them, joined to services by the machines they run on. */
function machineDisks(context: QuestionContext, ahead: number): Expr | null {
  const hosts = context.metrics.has(NODE_DISK_FREE) ? serviceHosts(context) : null;
  if (hosts === null) {
    return null;
  }
  const kinds = { label: 'fstype', op: '!~', value: NO_DISKS } as const;
  const all = foreseen(selector(NODE_DISK_FREE, [kinds, ...context.scope]), ahead);
  const rows = context.metrics.has(NODE_DISK_READONLY) ? binary('unless', all, binary('==', selector(NODE_DISK_READONLY, context.scope), number(1))) : all;
  // Of pods both name and address of their machine are known; where a node exporter carries the name, it is the surer one.
  const placed = withHost(rows, 'instance');
  const byHost = context.metrics.has(POD_PLACEMENT) ? copyLabel(placed, HOST, 'node') : placed;
  // The least of each machine, its labels kept: there is no bottomk here, so the sign is turned.
  const least = aggregate('topk', [HOST], binary('*', aggregate('min', [HOST, MOUNT], byHost), number(-1)), 1);
  return binary('*', binary('*', hosts, number(-1)), least, { on: [HOST], bring: [MOUNT] });
}

function foreseen(free: Selector, ahead: number): Expr {
  const line = call('predict_linear', over(free, LOOK_BACK), number(Math.round(ahead / SECOND)));
  const falling = binary('<', call('deriv', over(free, HOUR)), number(0));
  const seen = binary('>', call('count_over_time', subquery(free, LOOK_BACK, LOOK)), number(SEEN - 1));
  return binary('and', binary('and', line, falling), seen);
}
