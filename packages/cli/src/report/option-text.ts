import type { RuleMeta } from '@siplint/core';
import { wrap } from '../terminal/wrap.js';

type RuleOptions = NonNullable<RuleMeta['options']>;

/** A rule's options, one a line with type and default, and what its schema says of each. */
export function optionLines({ schema, default: defaults, strict }: RuleOptions, indent: string, width: number): string {
  const properties = entriesOf(schema.properties);
  if (properties.length === 0) return `${indent}default ${JSON.stringify(defaults)}`;
  return properties
    .map(([name, property]) => {
      const facts = [typeOf(property), `default ${memberText(defaults, name)}`];
      if (strict !== undefined) facts.push(`strict ${memberText(strict, name)}`);
      const head = `${indent}${name} (${facts.filter(Boolean).join(', ')})`;
      const { description } = asRecord(property);
      return typeof description === 'string' ? `${head}\n${wrap(description, width, `${indent}${indent}`)}` : head;
    })
    .join('\n');
}

function typeOf(property: unknown): string {
  const { type, enum: values, items } = asRecord(property);
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (type === 'array') return `list of ${typeOf(items) || 'values'}`;
  return typeof type === 'string' ? type : '';
}

function memberText(options: unknown, name: string): string {
  return JSON.stringify(new Map(entriesOf(options)).get(name)) ?? 'none';
}

function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(asRecord(value));
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
