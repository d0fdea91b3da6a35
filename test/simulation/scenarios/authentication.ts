import type { Scene, SceneSettings } from '../scene.js';
import { buildScene, challengerFor } from '../scene.js';
import { answeredCall } from './calls.js';
import type { Scenario } from './index.js';

const withProxies: SceneSettings = { needsProxy: true, allowsSbc: false };

function proxiesAsk({ random, proxies }: Scene): void {
  proxies.forEach((proxy, at) => {
    if (at === 0 || random.chance(0.5)) proxy.challenger = challengerFor(random, 407, `${proxy.name}.example.com`);
  });
}

function calleesAsk({ random, bobs }: Scene): void {
  for (const bob of bobs) bob.challenger = challengerFor(random, 401, `${bob.name}.example.com`);
}

export const authentication = {
  'call through proxies that ask': answeredCall({ scene: withProxies, prepare: proxiesAsk }),
  'call to one who asks': answeredCall({ scene: { allowsSbc: false }, prepare: calleesAsk }),
  'all of them ask': answeredCall({
    scene: withProxies,
    prepare: (scene) => {
      proxiesAsk(scene);
      calleesAsk(scene);
    },
  }),
  'nonces get stale': answeredCall({
    scene: withProxies,
    prepare: proxiesAsk,
    during: (caller, _, { world, random, alice, bobUri, proxies }) => {
      world.after(1, () => {
        for (const { challenger } of proxies) if (random.chance(0.6)) challenger?.forgetNonces();
      });
      for (const at of [0.5, 2, 3]) {
        const body = { type: 'text/plain', text: 'Hello' };
        world.after(at, () => alice.request(alice.draft('MESSAGE', bobUri, { body }), { onResponse: () => undefined }));
      }
      caller.onEnd = () => undefined;
    },
  }),
  'forked to two who ask': (random) => {
    const scene = buildScene(random, { ...withProxies, devices: 2 });
    calleesAsk(scene);
    for (const bob of scene.bobs) bob.servers.set('MESSAGE', (_, transaction) => bob.reply(transaction, 200));
    const body = { type: 'text/plain', text: 'Hello' };
    const { alice, bobUri } = scene;
    scene.world.after(0.1, () =>
      alice.request(alice.draft('MESSAGE', bobUri, { body }), { onResponse: () => undefined }),
    );
    return scene;
  },
} satisfies Readonly<Record<string, Scenario>>;
