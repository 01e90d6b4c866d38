/** A stop waits no longer than this for the baseline and for the disk, and says 202 if one of them is not confirmed by then. */
export const STOP_ANSWER_MS = 3000;
