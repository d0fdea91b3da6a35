import {
  defineRule,
  type Edit,
  type HeaderField,
  isRegisteredMethod,
  lookupMethod,
  replaceRange,
  type TextNode,
} from '@siplint/core';
import { options } from '../examples/messages.js';
import { replaceMethod } from '../shared/message/method-edits.js';

export default defineRule({
  meta: {
    id: 'method-wrong-case',
    category: 'start-line',
    level: 'advice',
    severity: 'warning',
    presets: ['recommended'],
    title: 'Write methods in upper case',
    docs: {
      what:
        'The method of a request, its CSeq and its Allow name registered methods in upper case. Methods are compared with ' +
        'their case.',
      why:
        'To a server "invite" is an extension method that it does not know, so it answers 501 or 405; in Allow it is not the ' +
        'method that was meant to be offered.',
      fixSafety: 'Unsafe: the method of the request changes, and the rest of its transaction has to follow.',
      bad: [
        options({ startLine: '<|options|> sip:bob@example.net SIP/2.0', CSeq: '1826 options' }),
        options({ CSeq: '1826 <|Options|>' }),
        options({ Allow: 'INVITE, ACK, CANCEL, BYE, <|Options|>, Info' }),
      ],
      good: [options({ Allow: 'INVITE, ACK, CANCEL, BYE, OPTIONS, x-Poke' })],
    },
    references: [
      { rfc: 3261, section: '20.16' },
      { rfc: 3261, section: '25.1' },
    ],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: {
      startLine: 'Method "{method}" is not {registered}: methods are case-sensitive, servers answer 501 or 405',
      cseq: 'CSeq method "{method}" is not {registered}: methods are case-sensitive, servers answer 400',
      allow: 'Allow names "{method}" instead of {registered}: methods are case-sensitive, so it counts as not allowed',
    },
  },
  appliesTo: { kinds: ['request'] },
  create: () => ({
    requestLine({ method }, context) {
      const registered = registeredSpelling(method);
      if (registered === undefined) return;
      const fix = { title: `Write ${registered}`, edits: replaceMethod(context.message, registered) };
      context.report({ messageId: 'startLine', at: method, data: { method: method.text, registered }, fix });
    },
    headers: {
      CSeq(field, context) {
        const method = field.value?.method;
        const registered = method && registeredSpelling(method);
        // Where the request has the wrong case too that is reported, where it has another method the mismatch.
        if (!method || registered === undefined || registered !== context.message.method) return;
        const fix = { title: `Write ${registered}`, edits: [replaceRange(method, registered)] };
        context.report({ messageId: 'cseq', at: method, data: { method: method.text, registered }, fix });
      },
      Allow(field, context) {
        if (!hasLowerCase(field)) return;
        let first: { method: TextNode; registered: string } | undefined;
        const edits: Edit[] = [];
        for (const { value: method } of field.values) {
          const registered = method && registeredSpelling(method);
          if (!method || registered === undefined) continue;
          first ??= { method, registered };
          edits.push(replaceRange(method, registered));
        }
        if (!first) return;
        const { method, registered } = first;
        const fix = { title: 'Write the methods in upper case', edits };
        context.report({ messageId: 'allow', at: method, data: { method: method.text, registered }, fix });
      },
    },
  }),
});

/** The registered method that a method differs from in case only; undefined for any other. */
function registeredSpelling({ text }: TextNode): string | undefined {
  return isRegisteredMethod(text) ? undefined : lookupMethod(text)?.name;
}

/** A look before the list is read: nearly every Allow is in upper case. */
function hasLowerCase({ message: { text }, valueStart, valueEnd }: HeaderField): boolean {
  for (let at = valueStart; at < valueEnd; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) return true;
  }
  return false;
}
