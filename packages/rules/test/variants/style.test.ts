import { invite, ok } from '../../src/examples/messages.js';
import { testAlone } from './alone.js';

testAlone('style', [
  ['unknown-header-field', invite({ '<|Organisation|>': 'x' })],
  ['unknown-header-field', invite({ '<|Record_Route|>': '<sip:x;lr>' })],
  ['unknown-header-field', ok('BYE', { '<|SessionExpires|>': '1800' })],
  ['unknown-header-field', invite({ '<|Content-Dispostion|>': 'session' })],
]);
