import type { QueryEditorProps } from '@grafana/data';
import type { HeadroomDataSource } from '../HeadroomDataSource';
import type { HeadroomOptions } from '../HeadroomOptions';
import type { HeadroomQuery } from '../HeadroomQuery';
import type { QueryType } from '../QueryType';
import { QueryFields } from './QueryEditor';

const EVENTS: readonly QueryType[] = ['load-tests', 'new-aths'];

/** The query editor with the query types that have a time and a text. */
export function AnnotationEditor(props: QueryEditorProps<HeadroomDataSource, HeadroomQuery, HeadroomOptions>) {
  const query: HeadroomQuery = EVENTS.includes(props.query.queryType)
    ? props.query
    : { ...props.query, queryType: 'load-tests' };
  return <QueryFields {...props} query={query} types={EVENTS} />;
}
