/** Session and ledger of a browser that has seen the whole fleet once. */
export const WARM_STATE = 'playwright/.auth/warm.json';
