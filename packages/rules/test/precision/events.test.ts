import { flow, sip, valid } from './valid.js';

const HEAD = `Via: SIP/2.0/TCP watcherhost.example.com;branch=z9hG4bKnashds7
  Max-Forwards: 70
  From: <sip:user@example.com>;tag=xfg9`;

describe('valid subscriptions, publications and messages', () => {
  valid(
    'a subscription to presence with its notification (RFC 3856 §9)',
    flow(
      sip(`SUBSCRIBE sip:resource@example.com SIP/2.0
        ${HEAD}
        To: <sip:resource@example.com>
        Call-ID: 2010@watcherhost.example.com
        CSeq: 17766 SUBSCRIBE
        Event: presence
        Accept: application/pidf+xml
        Contact: <sip:user@watcherhost.example.com>
        Expires: 600`),
      sip(`SIP/2.0 202 Accepted
        Via: SIP/2.0/TCP watcherhost.example.com;branch=z9hG4bKnashds7;received=192.0.2.1
        From: <sip:user@example.com>;tag=xfg9
        To: <sip:resource@example.com>;tag=ffd2
        Call-ID: 2010@watcherhost.example.com
        CSeq: 17766 SUBSCRIBE
        Expires: 600
        Contact: <sip:example.com>`),
      sip(
        `NOTIFY sip:user@watcherhost.example.com SIP/2.0
        Via: SIP/2.0/TCP server.example.com;branch=z9hG4bKna998sk
        From: <sip:resource@example.com>;tag=ffd2
        To: <sip:user@example.com>;tag=xfg9
        Call-ID: 2010@watcherhost.example.com
        Event: presence
        Subscription-State: active;expires=599
        Max-Forwards: 70
        CSeq: 8775 NOTIFY
        Contact: <sip:server.example.com>
        Content-Type: application/pidf+xml`,
        '<?xml version="1.0"?>\n<presence/>\n',
      ),
      sip(`SIP/2.0 200 OK
        Via: SIP/2.0/TCP server.example.com;branch=z9hG4bKna998sk;received=192.0.2.2
        From: <sip:resource@example.com>;tag=ffd2
        To: <sip:user@example.com>;tag=xfg9
        Call-ID: 2010@watcherhost.example.com
        CSeq: 8775 NOTIFY`),
    ),
  );
  valid(
    'unsubscribing, fetching, and message waiting out of dialog',
    flow(
      sip(`SUBSCRIBE sip:resource@example.com SIP/2.0
        ${HEAD}
        To: <sip:resource@example.com>;tag=ffd2
        i: 2010@watcherhost.example.com
        CSeq: 17767 SUBSCRIBE
        o: dialog;id=77;call-id="12345@x";to-tag=12;from-tag=13
        m: <sip:user@watcherhost.example.com>
        Expires: 0`),
      sip(
        `NOTIFY sip:user@watcherhost.example.com SIP/2.0
        ${HEAD}2
        To: <sip:user@example.com>
        Call-ID: 20101
        CSeq: 1 NOTIFY
        Event: message-summary
        Contact: <sip:user@example.com>
        Content-Type: application/simple-message-summary`,
        'Messages-Waiting: yes\nVoice-Message: 2/8 (0/2)\n',
      ).replace('Event', 'Subscription-State: terminated;reason=timeout\r\nEvent'),
    ),
  );
  valid(
    'publishing, refreshing and removing (RFC 3903 §15)',
    flow(
      sip(
        `PUBLISH sip:presentity@example.com SIP/2.0
        ${HEAD}
        To: <sip:presentity@example.com>
        Call-ID: 81818181@pua.example.com
        CSeq: 1 PUBLISH
        Expires: 3600
        Event: presence
        Content-Type: application/pidf+xml`,
        '<presence/>\n',
      ),
      sip(`PUBLISH sip:presentity@example.com SIP/2.0
        ${HEAD}
        To: <sip:presentity@example.com>
        Call-ID: 98798798@pua.example.com
        CSeq: 1 PUBLISH
        SIP-If-Match: dx200xyz
        Expires: 0
        Event: presence`),
    ),
  );
  valid(
    'pager mode, with a body of any kind (RFC 3428)',
    flow(
      sip(
        `MESSAGE sip:user2@domain.com SIP/2.0
        ${HEAD}
        To: <im:user2@domain.com>
        Call-ID: asd88asd77a@1.2.3.4
        CSeq: 1 MESSAGE
        Date: Sat, 13 Nov 2010 23:29:00 GMT
        Expires: 600
        Reply-To: <sip:user1@example.com>
        In-Reply-To: 70710@saturn.bell-tel.com, 17320@saturn.bell-tel.com
        Subject:
        Priority: urgent
        Content-Type: text/plain; charset=UTF-8`,
        'Schöne Grüße, 世界\n',
      ),
      sip(
        `MESSAGE sip:user2@domain.com SIP/2.0
        ${HEAD}
        To: <sip:user2@domain.com>
        Call-ID: asd88asd77b@1.2.3.4
        CSeq: 1 MESSAGE
        MIME-Version: 1.0
        Content-Type: message/cpim`,
        'From: MR SANDERS <im:piglet@100akerwood.com>\nTo: Depressed Donkey <im:eeyore@100akerwood.com>\n\nContent-type: text/xml\n\n<body/>\n',
      ),
      sip(`MESSAGE sip:user2@domain.com SIP/2.0
        ${HEAD}
        To: <sip:user2@domain.com>
        Call-ID: asd88asd77c@1.2.3.4
        CSeq: 1 MESSAGE`),
    ),
  );
  valid(
    'keep-alives and answers to them',
    flow(
      sip(`OPTIONS sip:192.0.2.4:5060 SIP/2.0
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1234;rport
        Max-Forwards: 0
        From: sip:ping@192.0.2.1;tag=uloc-1
        To: sip:192.0.2.4
        Call-ID: 1a-2b
        CSeq: 1 OPTIONS`),
      sip(`SIP/2.0 483 Too Many Hops
        Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-1234;rport=5060;received=192.0.2.9
        From: sip:ping@192.0.2.1;tag=uloc-1
        To: sip:192.0.2.4;tag=27de
        Call-ID: 1a-2b
        CSeq: 1 OPTIONS`),
    ),
  );
});
