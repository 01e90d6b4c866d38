import { valueOf } from '../../../domain/base/Figure';
import type { FitView } from '../../../engine/service/ServiceView';
import type { XyModel } from '../../charts/XyModel';
import { formatDemand } from '../../format/formatDemand';
import { formatMinute } from '../../format/formatMinute';
import { formatValue } from '../../format/formatValue';

const NO_VERSION = 'version not known';

/** A fit as the chart draws it. */
export function fitModel({ points, unit, fit, limit }: FitView): XyModel {
  const show = (value: number) => formatValue(value, unit);
  return {
    points: points.map(({ demand, value, at, version }) => ({
      x: demand,
      y: value,
      group: version ?? NO_VERSION,
      text: `${formatDemand(demand)}, ${show(value)}\n${formatMinute(at)}, ${version ?? NO_VERSION}`,
    })),
    line: fit.ok ? fit.line.map(({ demand, ...rest }) => ({ x: demand, ...rest })) : [],
    limit:
      limit === null || isOutOfSight(limit.value, points, fit)
        ? null
        : {
            y: limit.value,
            label: limit.text,
            x: valueOf(limit.demand),
            xLabel: limit.demand.known ? formatDemand(limit.demand.value) : '',
          },
  };
}

/** A limit this many times above everything drawn would press all points onto the axis. */
const OUT_OF_SIGHT = 5;

function isOutOfSight(limit: number, points: FitView['points'], fit: FitView['fit']): boolean {
  const line = fit.ok ? fit.line.map((p) => p.fitted) : [];
  const greatest = [...points.map((p) => p.value), ...line].reduce((max, v) => Math.max(max, v), 0);
  return limit > OUT_OF_SIGHT * greatest;
}
