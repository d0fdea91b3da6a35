export { rules } from './generated/rules.js';
