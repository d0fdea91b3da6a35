export * from './dialog.js';
export type { Flow } from './flow.js';
export * from './flow-builder.js';
export type { FlowField } from './flow-fields.js';
export type { FlowMessage } from './flow-message.js';
export { DEFAULT_FLOW_LIMITS, type FlowLimits } from './open-flows.js';
export type { FlowAddress, SessionPresence } from './read-facts.js';
export * from './same-hop.js';
export type * from './transaction.js';
