export * from './marked-text.js';
export * from './sip-tag.js';
