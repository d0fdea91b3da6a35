/** Below this many a list is copied to grow. */
const SHORT = 8;

/**
 * The list with one more element; the list itself is used up. A growing array gets room for sixteen more, which is a lot where
 * very many lists of one or two elements are kept.
 */
export function appended<Element>(list: Element[] | undefined, element: Element): Element[] {
  if (!list) return [element];
  if (list.length < SHORT) return [...list, element];
  list.push(element);
  return list;
}
