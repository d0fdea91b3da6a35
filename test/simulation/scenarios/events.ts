import { fieldOf, type OtherField } from '../message.js';
import { buildScene } from '../scene.js';
import { Notifier, Subscription } from '../subscription.js';
import type { Scenario } from './index.js';

/** Alice subscribes to bob, at one device or more. */
function subscribed(devices: number): Scenario {
  return (random) => {
    const scene = buildScene(random, { devices, allowsSbc: false });
    const { alice, bobs, bobUri, world } = scene;
    const notifiers = bobs.map((bob) => new Notifier(bob));
    if (random.chance(0.2)) for (const notifier of notifiers) notifier.status = 202;
    const subscription = new Subscription(alice, 'message-summary');
    const tellAll = (state: string): void => {
      for (const notifier of notifiers) for (const { dialog } of notifier.usages) notifier.notify(dialog, state);
    };
    world.after(0.1, () => subscription.start(bobUri, 600));
    for (let at = 40; at < 80; at += 20) world.after(at, () => tellAll('active;expires=500'));
    const refresh = (expires: number): void => {
      for (const dialog of subscription.dialogs.values()) subscription.refresh(dialog, expires);
    };
    world.after(100, () => refresh(600));
    world.after(140, () => (random.chance(0.5) ? refresh(0) : tellAll('terminated;reason=deactivated')));
    return scene;
  };
}

export const events = {
  subscription: subscribed(1),
  'forked subscription': subscribed(2),
  publication: (random) => {
    const scene = buildScene(random, { allowsSbc: false });
    const { alice, bobs, bobUri, world } = scene;
    let etag: string | undefined;
    for (const bob of bobs)
      bob.servers.set('PUBLISH', (request, transaction) => {
        const known = fieldOf(request, 'SIP-If-Match');
        if (known !== undefined && known !== etag) return bob.reply(transaction, 412);
        etag = random.hex(8);
        bob.reply(transaction, 200, {
          others: [
            ['SIP-ETag', etag],
            ['Expires', fieldOf(request, 'Expires') ?? '3600'],
          ],
        });
      });
    const publish = (tag: string | undefined, isRemoval: boolean): void => {
      const others: OtherField[] = [
        ['Event', 'presence'],
        ['Expires', isRemoval ? '0' : '3600'],
      ];
      if (tag !== undefined) others.push(['SIP-If-Match', tag]);
      const body = tag === undefined ? { type: 'application/pidf+xml', text: '<?xml version="1.0"?>\r\n' } : undefined;
      alice.request(alice.draft('PUBLISH', bobUri, { others, body }), {
        onResponse: (response) => {
          const given = fieldOf(response, 'SIP-ETag');
          if (given !== undefined && !isRemoval)
            world.after(40, () => publish(random.chance(0.8) ? given : 'old', random.chance(0.4)));
        },
      });
    };
    world.after(0.1, () => publish(undefined, false));
    return scene;
  },
  'messages and options': (random) => {
    const scene = buildScene(random, { allowsSbc: false });
    const {
      alice,
      bobs: [bob],
      bobUri,
      world,
    } = scene;
    bob.servers.set('MESSAGE', (_, transaction) => bob.reply(transaction, random.pick([200, 202, 404])));
    for (let i = 0; i < 3; i++) {
      const method = random.pick(['MESSAGE', 'OPTIONS', 'INFO']);
      const body = method === 'MESSAGE' ? { type: 'text/plain', text: `Hello ${i}` } : undefined;
      world.after(random.between(0, 3), () =>
        alice.request(alice.draft(method, bobUri, { body, contacts: method === 'OPTIONS' ? [alice.contact] : [] }), {
          onResponse: () => undefined,
        }),
      );
    }
    return scene;
  },
} satisfies Readonly<Record<string, Scenario>>;
