/** A node as plain data, all the way down: what it keeps, and what it tells when it is asked. */
export function plainNode(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(plainNode);
  if (typeof node !== 'object' || node === null) return node;
  const told = Object.getPrototypeOf(node);
  const getters = told === Object.prototype ? [] : Object.entries(Object.getOwnPropertyDescriptors(told));
  const names = [...Object.keys(node), ...getters.flatMap(([name, { get }]) => (get ? [name] : []))];
  return Object.fromEntries(names.map((name) => [name, plainNode(Reflect.get(node, name))]));
}
