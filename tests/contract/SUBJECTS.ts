import { realSubject } from '../routers/support/realSubject';
import { ROUTER_KINDS } from '../routers/support/startRouter';
import type { ContractSubject } from './ContractSubject';
import { memorySubject } from './memorySubject';

/** Every router under test. A further router is one row. */
export const SUBJECTS: readonly ContractSubject[] = [memorySubject('honest'), memorySubject('ignores-writes'), memorySubject('write-only'), memorySubject('slow'), ...ROUTER_KINDS.map(realSubject)];
