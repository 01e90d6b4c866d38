import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';

/**
 * Style of a box that scrolls sideways and shows it: a shadow at an edge beyond which there is more, gone at the end.
 * The covers move with the content, the shadows stay, so no script is needed.
 * @param background the colour of what the box stands on
 */
export function sidewaysScroll(theme: GrafanaTheme2, background: string) {
  // Each fades into its own colour: into another one the gradient would show a band of a third.
  const [shadow, clear] = theme.isDark ? ['rgba(1, 4, 9, 0.85)', 'rgba(1, 4, 9, 0)'] : ['rgba(36, 41, 46, 0.4)', 'rgba(36, 41, 46, 0)'];
  const cover = `${background} 40%, ${colorManipulator.alpha(background, 0)}`;
  return {
    overflowX: 'auto',
    maxWidth: '100%',
    background: [
      `linear-gradient(to right, ${cover}) left / 40px 100% no-repeat local`,
      `linear-gradient(to left, ${cover}) right / 40px 100% no-repeat local`,
      `linear-gradient(to right, ${shadow}, ${clear}) left / 14px 100% no-repeat scroll`,
      `linear-gradient(to left, ${shadow}, ${clear}) right / 14px 100% no-repeat scroll`,
    ].join(', '),
  } as const;
}
