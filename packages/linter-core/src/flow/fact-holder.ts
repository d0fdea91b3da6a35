/**
 * Something that facts are worked out about which several ask for. They are kept with it: a map from outside, even a weak
 * one, keeps all of a flow alive until the collector looks through its whole heap.
 */
export abstract class FactHolder {
  /** What makes a fact, and the fact, in turns: most things have none, and none has many. */
  #facts: unknown[] | undefined;

  /** What `make` says of this: made when somebody first asks, and kept as long as this is. */
  fact<Fact>(make: (whole: this) => Fact): Fact {
    const known = this.#facts ?? NONE;
    for (let at = 0; at < known.length; at += 2) {
      // What stands behind a function is what it returned.
      if (known[at] === make) return known[at + 1] as Fact;
    }
    const fact = make(this);
    // `make` may have asked for other facts.
    const facts = this.#facts;
    if (facts) facts.push(make, fact);
    else this.#facts = [make, fact];
    return fact;
  }
}

const NONE: readonly unknown[] = [];
