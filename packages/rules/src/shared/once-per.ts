/** What is known of a thing as a whole, made when somebody first asks and kept as long as the thing is. */
export function oncePer<Whole extends object, T>(make: (whole: Whole) => T): (whole: Whole) => T {
  const known = new WeakMap<Whole, { readonly value: T }>();
  return (whole) => {
    let entry = known.get(whole);
    if (!entry) {
      entry = { value: make(whole) };
      known.set(whole, entry);
    }
    return entry.value;
  };
}
