// The whole of siplint that needs no file system: it runs in a browser as it is.

export * from './engine/active-rule.js';
export * from './engine/applicability.js';
export * from './engine/edits.js';
export * from './engine/engine-findings.js';
export type * from './engine/file-result.js';
export * from './engine/finding.js';
export * from './engine/lint-file.js';
export * from './engine/lint-source.js';
export * from './engine/linter.js';
export * from './engine/rule.js';
export * from './engine/rule-set.js';
export * from './engine/severity.js';
export * from './registry/index.js';
export * from './syntax/header-field.js';
export type * from './syntax/header-value-types.js';
export type * from './syntax/issue.js';
export * from './syntax/message.js';
export * from './syntax/nodes.js';
export * from './syntax/uri-occurrence.js';
export * from './testing/marked-text.js';
export * from './testing/sip-tag.js';
export * from './text/line-index.js';
export type * from './text/range.js';
export * from './text/source-text.js';
