/** An option that lists names which a rule about unregistered ones takes for registered. */
export interface KnownNames {
  readonly known: readonly string[];
}

/** The schema of such a list, for the options of a rule. */
export function nameListSchema(description: string): Readonly<Record<string, unknown>> {
  return { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true, description };
}
