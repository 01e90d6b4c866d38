import type { Observable } from 'rxjs';
import type { ReportView } from './ReportView';

/** What the weekly report asks for. */
export interface ReportUseCase {
  /** The fleet of now, as the fleet page has it, with what it was a week ago; again whenever more is known. */
  watch(): Observable<ReportView>;
}
