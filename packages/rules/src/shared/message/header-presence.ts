import {
  type Applicability,
  applies,
  type CoreMethod,
  type HeaderPresenceRow,
  headerPresence,
  type JsonSchema,
  lookupHeader,
  presenceOf,
  type SipMessage,
} from '@siplint/core';

/** A header field that is let pass where Tables 2 and 3 of RFC 3261 have no place for it. */
export interface Tolerance extends Pick<Applicability, 'methods' | 'statuses'> {
  readonly header: string;
}

export interface ToleranceOptions {
  readonly tolerated: readonly Tolerance[];
}

const STATUS_SCHEMA = {
  anyOf: [
    { type: 'integer', minimum: 100, maximum: 699 },
    { type: 'string', pattern: '^[1-6]\\d\\d-[1-6]\\d\\d$' },
  ],
};

/** The options of a rule on header fields that have no place in a message; `statuses` are for responses only. */
export function toleranceSchema(kind: 'request' | 'response'): JsonSchema {
  const method = kind === 'request' ? 'Methods of requests' : 'CSeq methods of responses';
  return {
    type: 'object',
    properties: {
      tolerated: {
        description: 'Header fields that are let pass all the same',
        type: 'array',
        items: {
          type: 'object',
          properties: {
            header: { description: 'Long name of the header field', type: 'string', minLength: 1 },
            methods: {
              description: `${method} in which it passes; all if absent`,
              type: 'array',
              items: { type: 'string' },
            },
            ...(kind === 'response' && {
              statuses: {
                description: 'Status codes in which it passes, single or as "400-699"; all if absent',
                type: 'array',
                items: STATUS_SCHEMA,
              },
            }),
          },
          required: ['header'],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}

/** Tolerances by canonical name, for asking about one message. */
export class Tolerances {
  readonly #byHeader = new Map<string, Tolerance[]>();

  constructor({ tolerated }: ToleranceOptions) {
    for (const tolerance of tolerated) {
      const name = lookupHeader(tolerance.header)?.name ?? tolerance.header;
      const others = this.#byHeader.get(name);
      if (others) others.push(tolerance);
      else this.#byHeader.set(name, [tolerance]);
    }
  }

  /** True if a header field passes in a request of a method, or in a response to it. */
  pass(header: string, kind: 'request' | 'response', method: string, statusCode: number): boolean {
    const tolerances = this.#byHeader.get(header);
    return tolerances?.some((tolerance) => applies(tolerance, kind, method, statusCode)) ?? false;
  }
}

/** True if the tables have no place for a header field in a message of one of the six methods of RFC 3261. */
export function hasNoPlace(header: string, { kind, method, statusCode }: SipMessage): boolean {
  return method !== undefined && presenceOf(header, method, kind === 'response' ? statusCode : undefined) === '-';
}

/** The header fields of the tables, each once. */
export function tabledHeaders(): string[] {
  return [...new Set(headerPresence().map(({ header }) => header))];
}

/** Header fields whose rows all have the `where` of requests (§20): Max-Forwards, Route … */
export function requestOnlyHeaders(): string[] {
  return tabledHeaders().filter((header) => rowsOf(header).every(({ where }) => where === 'R'));
}

/** Header fields that no row has for requests: Retry-After, Warning … */
export function responseOnlyHeaders(): string[] {
  return tabledHeaders().filter((header) => rowsOf(header).every(({ where }) => where === 'r' || /^\d/.test(where)));
}

/** True for Via, From, Content-Length and others that have a place in every response to these methods. */
export function hasPlaceInAllResponses(header: string, methods: readonly CoreMethod[]): boolean {
  const rows = rowsOf(header).filter(({ where }) => where !== 'R');
  return (
    rows.some(({ where }) => !/^\d/.test(where)) && rows.every((row) => methods.every((m) => row.methods[m] !== '-'))
  );
}

function rowsOf(header: string): HeaderPresenceRow[] {
  return headerPresence().filter((row) => row.header === header);
}
