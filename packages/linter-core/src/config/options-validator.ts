import { Ajv, type ValidateFunction } from 'ajv';
import type { JsonSchema } from '../engine/rule.js';

/** As lax as JSON Schema itself: schemas come from plugins too, and keywords for editors are no mistake. */
const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, logger: false });
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * The validator of a rule's options.
 * @throws Error if the schema itself is no valid JSON Schema.
 */
export function compileOptions(schema: JsonSchema): ValidateFunction {
  let validate = compiled.get(schema);
  if (!validate) {
    validate = ajv.compile(schema);
    compiled.set(schema, validate);
  }
  return validate;
}
