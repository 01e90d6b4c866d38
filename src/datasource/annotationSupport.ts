import type { AnnotationSupport } from '@grafana/data';
import { AnnotationEditor } from './editor/AnnotationEditor';
import type { HeadroomQuery } from './HeadroomQuery';

/** Load tests and new all-time highs as annotations; the columns of their frames are those Grafana makes annotations of. */
export const annotationSupport: AnnotationSupport<HeadroomQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: () => ({ queryType: 'load-tests' }),
  prepareQuery: ({ target }) => target && { ...target, annotation: true },
};
