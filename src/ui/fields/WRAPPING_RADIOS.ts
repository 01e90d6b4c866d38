import { css } from '@emotion/css';

/** Class for a RadioButtonGroup with long labels: on a narrow page they stand below each other. */
export const WRAPPING_RADIOS = css({ flexWrap: 'wrap', maxWidth: '100%', height: 'auto' });
