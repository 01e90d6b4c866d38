import { useTheme2 } from '@grafana/ui';
import { groupColour } from './groupColour';
import { pointShape } from './pointShape';
import type { XyGeometry } from './XyGeometry';
import type { XyPoint } from './XyModel';

interface Props {
  readonly geometry: XyGeometry;
  readonly points: readonly XyPoint[];
  readonly groups: readonly string[];
}

/** All marks of a group are one path: a few thousand elements would be slow. */
export function XyPoints({ geometry, points, groups }: Props) {
  const theme = useTheme2();
  return (
    <g aria-hidden="true">
      {groups.map((group, i) => (
        <path
          key={group}
          fill={groupColour(theme, i)}
          fillOpacity={0.65}
          d={points
            .filter((p) => p.group === group)
            .map((p) => pointShape(i, geometry.x(p.x), geometry.y(p.y)))
            .join('')}
        />
      ))}
    </g>
  );
}
