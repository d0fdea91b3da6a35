/** What a syntax issue says, and what its `data` holds for a message to quote. */
export interface IssueCode {
  /** The defect, as the description of the production would put it. */
  readonly text: string;
  readonly data: readonly string[];
}

/**
 * Every code that the grammar functions give. Each belongs to exactly one rule of the catalogue; a rule may own several.
 */
export const ISSUE_CODES = {
  // Parameters (values/params.ts)
  'param.empty': { text: 'a parameter is empty', data: [] },
  'param.name-malformed': { text: 'a parameter name is no token', data: ['found'] },
  'param.value-missing': { text: 'a parameter has "=" but no value, or needs one', data: ['name'] },
  'param.value-malformed': { text: 'a parameter value is no token, host or quoted string', data: ['name', 'value'] },
  'param.duplicate': { text: 'a parameter stands twice', data: ['name'] },
} as const satisfies Record<string, IssueCode>;
