import type { GrafanaTheme2 } from '@grafana/data';

/**
 * Style of a box that scrolls sideways and shows it: a shadow at an edge beyond which there is more, gone at the end.
 * The covers move with the content, the shadows stay, so no script is needed.
 * @param background the colour of what the box stands on
 */
export function sidewaysScroll(theme: GrafanaTheme2, background: string) {
  const clear = 'rgba(128, 128, 128, 0)';
  const shadow = theme.isDark ? 'rgba(204, 204, 220, 0.4)' : 'rgba(36, 41, 46, 0.4)';
  return {
    overflowX: 'auto',
    maxWidth: '100%',
    background: [
      `linear-gradient(to right, ${background} 40%, ${clear}) left / 40px 100% no-repeat local`,
      `linear-gradient(to left, ${background} 40%, ${clear}) right / 40px 100% no-repeat local`,
      `linear-gradient(to right, ${shadow}, ${clear}) left / 14px 100% no-repeat scroll`,
      `linear-gradient(to left, ${shadow}, ${clear}) right / 14px 100% no-repeat scroll`,
    ].join(', '),
  } as const;
}
