import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import type { ReactNode } from 'react';

/** A name or an expression within text; unlike the host's own style it breaks, since names can have 200 characters. */
export function InlineCode({ children }: { readonly children: ReactNode }) {
  return <code className={useStyles2(getStyles)}>{children}</code>;
}

const getStyles = () => css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', boxDecorationBreak: 'clone' });
