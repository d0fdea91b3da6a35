/**
 * The list with one more element; the list itself is used up. A growing array gets room for sixteen more, which is a lot where
 * very many lists of a few elements are kept: so a short one is made anew, of just its length. A spread array would grow, too.
 */
export function appended<Element>(list: Element[] | undefined, element: Element): Element[] {
  if (!list) return [element];
  // Within the length there is an element.
  const at = (index: number): Element => list[index] as Element;
  switch (list.length) {
    case 1:
      return [at(0), element];
    case 2:
      return [at(0), at(1), element];
    case 3:
      return [at(0), at(1), at(2), element];
    default:
      list.push(element);
      return list;
  }
}
