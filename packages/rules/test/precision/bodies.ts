/** Session descriptions that no rule looks into. */
export const OFFER = `v=0
o=alice 2890844526 2890844526 IN IP4 192.0.2.1
s=-
c=IN IP4 192.0.2.1
t=0 0
m=audio 49172 RTP/AVP 0 8
a=rtpmap:0 PCMU/8000
`;

export const ANSWER = OFFER.replaceAll('192.0.2.1', '192.0.2.4').replace('alice', 'bob').replace('0 8', '0');
