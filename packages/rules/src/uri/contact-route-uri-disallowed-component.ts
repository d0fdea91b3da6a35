import {
  type ContactValue,
  defineRule,
  type HeaderField,
  type NameAddr,
  type RuleContext,
  replaceRange,
} from '@siplint/core';
import { invite, ok, register, response } from '../examples/messages.js';
import { disallowedComponents, uriContextOf } from '../shared/address/uri-context.js';
import { isFirstInCall } from '../shared/once/first-in-call.js';

const MESSAGES = {
  dialog:
    '"{component}" has no place in this {header} URI: elements ignore it, or send later requests wrongly, leave it out',
  contact: '"{component}" has no place in a Contact URI that registers or redirects: clients ignore it, leave it out',
} as const;

export default defineRule({
  meta: {
    id: 'contact-route-uri-disallowed-component',
    category: 'uri',
    level: 'MUST',
    severity: 'warning',
    strictSeverity: 'error',
    presets: ['recommended'],
    title: 'Keep method, ttl, lr and headers out of Contact and Route URIs that do not admit them',
    docs: {
      what:
        'Table 1 of RFC 3261 tells which parts a URI may have where. In Route, Record-Route and the Contact of a message of a ' +
        'dialog it has no method, no ttl and no headers behind a "?". In the Contact of a REGISTER, of its 2xx and of a 3xx it ' +
        'has no method and no lr.',
      why:
        'Elements should ignore what is not allowed, and not all do: the method and the headers would turn a later request of ' +
        'the dialog into another one, and lr would make a client take a phone for a proxy.',
      fixSafety: 'Unsafe: what the part said is lost.',
      bad: [
        invite({ Contact: '<sip:alice@pc33.example.com;<|method=BYE|>>' }),
        invite({ Route: '<sip:p1.example.com;lr<|?Subject=lunch|>>' }),
        register({ Contact: '<sip:alice@pc33.example.com;<|lr|>>' }),
      ],
      good: [
        invite({ Contact: '<sip:alice@pc33.example.com:5062;transport=tcp;maddr=192.0.2.1;lr>' }),
        register({ Contact: '<sip:alice@pc33.example.com;maddr=239.255.255.1;ttl=15?Priority=urgent>' }),
        response(302, 'INVITE', { Contact: '<sip:bob@desk.example.net?Subject=moved>' }),
        ok('OPTIONS', { Contact: '<sip:bob@client.example.net;method=INVITE>' }),
      ],
    },
    references: [{ rfc: 3261, section: '19.1.1' }],
    fixable: 'unsafe',
    since: '0.1.0',
    messages: MESSAGES,
  },
  create: () => ({ headers: { Contact: judge, Route: judge, 'Record-Route': judge } }),
});

function judge(field: HeaderField<ContactValue>, context: RuleContext<typeof MESSAGES>): void {
  for (const { value } of field.values) if (value?.kind === 'name-addr') judgeAddress(value, field, context);
}

function judgeAddress({ uri }: NameAddr, field: HeaderField, context: RuleContext<typeof MESSAGES>): void {
  if (uri?.kind !== 'sip' || (uri.params.length === 0 && !uri.headersRange)) return;
  const { message } = context;
  const place = uriContextOf({ field, message });
  if (place === undefined) return;
  const disallowed = disallowedComponents(uri, place);
  const header = field.canonicalName;
  // A Route repeats what Record-Route brought.
  const source = header === 'Contact' ? header : 'Route';
  if (disallowed.length === 0 || !isFirstInCall(context, `${source} ${uri.text}`)) return;
  for (const { at, removal } of disallowed) {
    const component = message.sourceText(at);
    const fix = { title: `Remove ${component}`, edits: [replaceRange(removal, '')] };
    if (place === 'dialog') context.report({ messageId: 'dialog', at, data: { component, header }, fix });
    else context.report({ messageId: 'contact', at, data: { component }, fix });
  }
}
