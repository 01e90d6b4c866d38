import { useId } from 'react';

/** Ties a label to its control. Colons are legal in an id but not in a selector without escaping. */
export const useFieldId = (): string => `headroom-${useId().replaceAll(':', '')}`;
