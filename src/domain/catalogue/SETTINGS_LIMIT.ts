/** The most the app saves, bytes: MySQL keeps 64 KB of a TEXT column and cuts off the rest; the margin is for what others keep beside us. */
export const SETTINGS_LIMIT = 60 * 1024;
