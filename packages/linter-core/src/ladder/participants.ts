import { addressText } from './address.js';
import type { Element } from './elements.js';
import type { LadderParticipant } from './ladder.js';

/** Numbers participants as they come. */
export class Participants {
  readonly #ids = new Map<Element, string>();

  idOf(element: Element): string {
    const known = this.#ids.get(element);
    if (known !== undefined) return known;
    const id = `p${this.#ids.size + 1}`;
    this.#ids.set(element, id);
    return id;
  }

  list(): LadderParticipant[] {
    return [...this.#ids].map(([element, id]) => participantOf(element, id));
  }
}

function participantOf(element: Element, id: string): LadderParticipant {
  const { address, user, title, isInferred } = element;
  const text = address && addressText(address);
  return {
    id,
    name: user?.text ?? text ?? title,
    ...(user && { uri: user.uri }),
    ...(text !== undefined && { address: text }),
    inferred: isInferred,
  };
}
