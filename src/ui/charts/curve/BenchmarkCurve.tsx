import { css } from '@emotion/css';
import { useMemo, useState, type PointerEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { groupColour } from '../groupColour';
import { pointShape } from '../pointShape';
import { XyLegend } from '../XyLegend';
import { XyReadout } from '../XyReadout';
import { curveGeometry, type CurveGeometry } from './curveGeometry';
import type { CurvePoint } from './CurvePoint';

interface Props {
  readonly points: readonly CurvePoint[];
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Of the picture without its legend. */
  readonly height: number;
  readonly formatY: (value: number) => string;
  /** Of the dates below; what stands under the pointer is dated by whoever made the points. */
  readonly timeZone: string;
  /** Says in words what the picture shows. */
  readonly summary: string;
}

const REACH = 24;
const groupOf = ({ version }: CurvePoint): string => version ?? 'version not stated';

/** What one instance carried, test by test: intervals by version, and the lower end in force as a stepped line. */
export function BenchmarkCurve({ points, from, to, width, height, timeZone, formatY, summary }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [under, setUnder] = useState<CurvePoint | null>(null);
  const sorted = useMemo(() => points.filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at), [points, from, to]);
  const geometry = useMemo(() => curveGeometry(width, height, sorted, from, to, timeZone), [width, height, sorted, from, to, timeZone]);
  const groups = useMemo(() => [...new Set(sorted.map(groupOf))], [sorted]);
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setUnder(nearest(sorted, geometry, event.clientX - box.left, event.clientY - box.top));
  };
  return (
    <div>
      <div className={styles.plot} style={{ height }}>
        <svg width={width} height={height} role="img" aria-label={summary} onPointerMove={move} onPointerLeave={() => setUnder(null)}>
          <g aria-hidden="true">
            {geometry.yTicks.map((tick) => (
              <g key={tick}>
                <line className={styles.grid} x1={geometry.left} x2={geometry.right} y1={geometry.y(tick)} y2={geometry.y(tick)} />
                <text className={styles.text} x={geometry.left - 8} y={geometry.y(tick)} dy="0.32em" textAnchor="end">
                  {formatY(tick)}
                </text>
              </g>
            ))}
            {geometry.xTicks.map(({ at, text, anchor }) => (
              <text key={at} className={styles.text} x={geometry.x(at)} y={geometry.bottom + 17} textAnchor={anchor}>
                {text}
              </text>
            ))}
            <path className={styles.inForce} d={stepped(sorted, geometry)} />
            {sorted.map((point) => {
              const group = groups.indexOf(groupOf(point));
              const [x, y] = [geometry.x(point.at), geometry.y(point.low)];
              const top = point.high === null ? Math.max(geometry.top, y - REACH) : geometry.y(point.high);
              return (
                <g key={`${point.at} ${point.low} ${groupOf(point)}`} stroke={groupColour(theme, group)} fill={groupColour(theme, group)}>
                  <path fill="none" strokeWidth={1.5} d={`M${x},${y}V${top}${point.high === null ? `m-4,5l4,-5l4,5` : `m-4,0h8`}`} />
                  <path stroke="none" d={pointShape(group, x, y)} />
                </g>
              );
            })}
          </g>
        </svg>
        {under && <XyReadout geometry={geometry} point={{ x: under.at, y: under.low, text: under.text }} />}
      </div>
      <XyLegend groups={groups} withLine={false} />
    </div>
  );
}

function stepped(points: readonly CurvePoint[], { x, y, right }: CurveGeometry): string {
  const [first, ...rest] = points;
  return first ? `M${x(first.at)},${y(first.low)}${rest.map((p) => `H${x(p.at)}V${y(p.low)}`).join('')}H${right}` : '';
}

function nearest(points: readonly CurvePoint[], geometry: CurveGeometry, x: number, y: number): CurvePoint | null {
  const distance = (p: CurvePoint) => Math.hypot(geometry.x(p.at) - x, geometry.y(p.low) - y);
  const best = points.reduce<CurvePoint | null>((found, p) => (found === null || distance(p) < distance(found) ? p : found), null);
  return best && distance(best) <= 2 * REACH ? best : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ position: 'relative', overflow: 'hidden', svg: { display: 'block' } }),
  grid: css({ stroke: theme.colors.border.weak, strokeWidth: 1, shapeRendering: 'crispEdges' }),
  text: css({ fill: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, fontFamily: theme.typography.fontFamily }),
  inForce: css({ fill: 'none', stroke: theme.colors.text.secondary, strokeWidth: 1, strokeDasharray: '3 3' }),
});
