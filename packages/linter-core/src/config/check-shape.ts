import type { ErrorObject } from 'ajv';
import { type ConfigError, ConfigFailure, type ConfigSource, errorAt } from './config-error.js';
import { validateShape } from './generated/validate-shape.js';
import { rangeOf } from './message-selector.js';
import { schemaErrors } from './schema-errors.js';
import type { MessageSelector, OneOrMany, SiplintConfig } from './types.js';

/** The compiled schema: says whether a value has the shape, and of the last value what is wrong. */
export interface ShapeValidator {
  (value: unknown): value is SiplintConfig;
  readonly errors?: readonly ErrorObject[] | null;
}

/**
 * Takes a value for the configuration it should be.
 * @throws ConfigFailure with one error for each place that does not have the shape of a configuration.
 */
export function readConfig(value: unknown, source: ConfigSource): SiplintConfig {
  if (!validateShape(value)) throw new ConfigFailure(schemaErrors(validateShape.errors ?? [], source));
  const errors = rangeErrors(value, source);
  if (errors.length > 0) throw new ConfigFailure(errors);
  return value;
}

/** Ranges that end before they begin. */
function rangeErrors({ overrides = [] }: SiplintConfig, source: ConfigSource): ConfigError[] {
  return overrides.flatMap(({ messages = {} }, index) =>
    (['status', 'index'] as const).flatMap((key) =>
      emptyRanges(messages, key).map((range) =>
        errorAt(source, ['overrides', index, 'messages', key], 'value', `the range "${range}" ends before it begins`),
      ),
    ),
  );
}

function emptyRanges(messages: MessageSelector, key: 'status' | 'index'): (number | string)[] {
  const given: OneOrMany<number | string> = messages[key] ?? [];
  const ranges = typeof given === 'object' ? given : [given];
  return ranges.filter((range) => {
    const { first, last } = rangeOf(range);
    return first > last;
  });
}
