import type { Plugin } from 'esbuild';

/**
 * The packages name Grafana's font files but do not bring them. Without the declarations the page uses the next font of
 * the theme's list, and asks for nothing that is not there.
 */
export const noFontFiles: Plugin = {
  name: 'no-font-files',
  setup(bundle) {
    bundle.onLoad({ filter: /GlobalStyles\/fonts\.mjs$/ }, () => ({
      contents: 'export const getFontStyles = () => [];',
    }));
  },
};
