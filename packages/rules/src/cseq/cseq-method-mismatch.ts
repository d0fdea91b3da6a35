import { defineRule, isRegisteredMethod, lookupMethod, replaceRange } from '@siplint/core';
import { ack, cancel, options } from '../examples/messages.js';

export default defineRule({
  meta: {
    id: 'cseq-method-mismatch',
    category: 'cseq',
    level: 'MUST',
    severity: 'error',
    presets: ['recommended'],
    title: 'Name the method of the request in its CSeq',
    docs: {
      what:
        'The method in CSeq is that of the request line, octet for octet. An ACK says ACK and a CANCEL says CANCEL, though ' +
        'both share the number of the INVITE.',
      why:
        'Servers answer 400. A response copies the CSeq, so the client takes it for one to another request, and the request ' +
        'runs into its timeout.',
      fixSafety: 'Unsafe: the method of the request may be the wrong one of the two.',
      bad: [options({ CSeq: '8 <|INVITE|>' }), ack({ CSeq: '314159 <|INVITE|>' })],
      good: [ack(), cancel(), options()],
    },
    references: [
      { rfc: 3261, section: '8.1.1.5' },
      { rfc: 3261, section: '12.2.1.1' },
      { rfc: 3261, section: '9.1' },
      { rfc: 3261, section: '13.2.2.4' },
      { rfc: 3261, section: '17.1.1.3' },
    ],
    fixable: 'unsafe',
    winsOver: ['unknown-method'],
    since: '0.1.0',
    messages: {
      mismatch:
        'CSeq names {found} in a request of method {method}: servers answer 400, and the response matches nothing',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    headers: {
      CSeq(field, context) {
        const { startLine } = context.message;
        const found = field.value?.method;
        if (!found || startLine.kind !== 'request' || found.text === startLine.method.text) return;
        const { method, issues } = startLine;
        if (issues.some(({ code }) => code === 'method.not-token') || differsInCaseOnly(found.text, method.text))
          return;
        // Of INVTE in the one and INVITE in the other the registered method is meant.
        const fix = isRegisteredMethod(method.text)
          ? { title: `Write ${method.text}`, edits: [replaceRange(found, method.text)] }
          : undefined;
        context.report({ messageId: 'mismatch', at: found, data: { found: found.text, method: method.text }, fix });
      },
    },
  }),
});

/** Two spellings of one registered method: method-wrong-case. */
function differsInCaseOnly(one: string, other: string): boolean {
  return one.toUpperCase() === other.toUpperCase() && lookupMethod(one) !== undefined;
}
