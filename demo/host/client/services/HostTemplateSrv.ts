import type { ScopedVars, TimeRange, TypedVariableModel } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';

const PATTERN = /\$(\w+)|\$\{(\w+)(?::\w+)?\}|\[\[(\w+)(?::\w+)?\]\]/g;

/** No dashboards, so no variables of their own: only those handed in with a request, and the time range. */
export class HostTemplateSrv implements TemplateSrv {
  private range: TimeRange | undefined;

  getVariables(): TypedVariableModel[] {
    return [];
  }

  replace(target = '', scopedVars: ScopedVars = {}): string {
    return target.replace(PATTERN, (match, plain?: string, braced?: string, bracketed?: string) => {
      const name = plain ?? braced ?? bracketed ?? '';
      const value: unknown = scopedVars[name]?.value ?? this.builtIn(name);
      return value === undefined ? match : String(value);
    });
  }

  containsTemplate(target = ''): boolean {
    return target.search(PATTERN) >= 0;
  }

  updateTimeRange(range: TimeRange): void {
    this.range = range;
  }

  private builtIn(name: string): number | undefined {
    const edges = { __from: this.range?.from, __to: this.range?.to };
    return name === '__from' || name === '__to' ? edges[name]?.valueOf() : undefined;
  }
}
