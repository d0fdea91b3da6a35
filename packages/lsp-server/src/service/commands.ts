// Names of commands that actions and lenses carry.

/** Of the client: shows the call flow of a document (URI), with the message of an index lit. */
export const SHOW_CALL_FLOW = 'siplint.showCallFlow';
/** Applies the fix of a rule to one message: URI, rule id, index of the message. */
export const APPLY_FIX = 'siplint.applyFix';
/** Turns a rule off in the configuration that holds for a document: URI, rule id. */
export const DISABLE_IN_CONFIG = 'siplint.disableInConfiguration';
/** Opens the page of a rule: its id. */
export const OPEN_RULE_PAGE = 'siplint.openRulePage';
/** Lints all SIP files of the workspace. */
export const LINT_WORKSPACE = 'siplint.lintWorkspace';

/** A request of clients that show the call flow: `{ textDocument, theme }`, answered by a `CallFlow`. */
export const CALL_FLOW_REQUEST = 'siplint/callFlow';
