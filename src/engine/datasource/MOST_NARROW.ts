/** Up to this many services are read one by one, in the detail of the service page; more come out of the fleet's readings. */
export const MOST_NARROW = 5;
