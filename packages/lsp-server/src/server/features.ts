import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Answers } from './answer.js';

/** What the server can do besides diagnostics. */
export const FEATURE_CAPABILITIES: ServerCapabilities = {};

/** Answers the requests of all features. */
export function registerFeatures(_connection: Connection, _answers: Answers): void {}
