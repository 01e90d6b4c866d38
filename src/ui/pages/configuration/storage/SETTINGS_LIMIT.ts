/** The most the app saves, bytes: MySQL keeps 64 KB of the column and cuts off the rest. */
export const SETTINGS_LIMIT = 60 * 1024;
