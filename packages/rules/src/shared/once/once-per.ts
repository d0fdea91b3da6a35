/** A flow, a dialog or a transaction, which keeps what is worked out about it. */
interface Whole {
  fact<T>(make: (whole: this) => T): T;
}

/** What is known of a thing as a whole, made when somebody first asks and kept as long as the thing is. */
export function oncePer<Of extends Whole, T>(make: (whole: Of) => T): (whole: Of) => T {
  return (whole) => whole.fact(make);
}
