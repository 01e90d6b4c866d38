import { getFieldDisplayValuesProxy, type DataContextScopedVar, type InterpolateFunction, type ScopedVars } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

const OF_A_ROW = /\$\{__data\.fields\.(\w+)(?::(\w+))?\}/g;

/** What a dashboard replaces in data links: fields of the row by name, and the time range. */
export const boardVariables: InterpolateFunction = (text, scopedVars = {}) => {
  const fields = fieldsOfRow(scopedVars);
  const filled = text.replace(OF_A_ROW, (match, name: string, format?: string) => {
    const value: unknown = fields?.[name];
    return value === undefined ? match : format === 'percentencode' ? encodeURIComponent(String(value)) : String(value);
  });
  return getTemplateSrv().replace(filled, scopedVars);
};

/** Grafana hands the row over in a variable of its own. */
function fieldsOfRow(scopedVars: ScopedVars): Record<string, unknown> | null {
  const context = scopedVars.__dataContext as DataContextScopedVar | undefined;
  const { frame, rowIndex } = context?.value ?? {};
  return frame === undefined || rowIndex === undefined ? null : getFieldDisplayValuesProxy({ frame, rowIndex });
}
