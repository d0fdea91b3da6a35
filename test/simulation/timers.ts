/** RFC 3261 §17.1.1.1, in seconds. */
export const T1 = 0.5;
export const T2 = 4;
/** Timers B, D, F, H and I of datagrams: 64*T1. */
export const TIMEOUT = 64 * T1;
/** Timer C: an INVITE that goes on ringing is given up. */
export const LONGEST_INVITE = 200;
