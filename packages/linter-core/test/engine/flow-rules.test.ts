import assert from 'node:assert/strict';
import {
  type AnyRule,
  defineRule,
  type FileConfig,
  fixSource,
  lintSource,
  type RuleHandlers,
  type RuleMeta,
  RuleSet,
  SourceText,
} from '@siplint/core';
import { strictConfig } from '@siplint/core/testing';
import { sip, type Written } from '../flow/sip-for-tests.js';

type Messages = { found: string };

function rule(
  id: string,
  handlers: RuleHandlers<Messages>,
  meta: Partial<RuleMeta> = {},
  rest: Partial<AnyRule> = {},
): AnyRule {
  return defineRule<Messages>({
    meta: {
      id,
      category: 'test',
      severity: 'error',
      title: 'Test',
      messages: { found: 'Found' },
      ...meta,
    } as RuleMeta<Messages, undefined>,
    ...(rest.appliesTo && { appliesTo: rest.appliesTo }),
    create: () => handlers,
  });
}

const textOf = (messages: readonly (Written | string)[]) =>
  messages.map((message) => (typeof message === 'string' ? message : sip(message))).join('\r\n');

function lint(rules: readonly AnyRule[], messages: readonly (Written | string)[], config: Partial<FileConfig> = {}) {
  const source = SourceText.fromString(textOf(messages));
  return lintSource(source, 'f.sip', { ...strictConfig(rules), ...config }, { isNamed: true });
}

/** `rule 2 "text"`: what is found, in which message, over which text. */
function told(
  rules: readonly AnyRule[],
  messages: readonly (Written | string)[],
  config?: Partial<FileConfig>,
): string[] {
  const { findings, source } = lint(rules, messages, config);
  return findings.map(
    ({ ruleId, messageIndex, start, end }) => `${ruleId} ${messageIndex} ${source.text.slice(start, end)}`,
  );
}

const CALL: readonly Written[] = [
  {},
  { status: 200, to: 'B' },
  { method: 'ACK', via: '2', to: 'B' },
  { method: 'BYE', via: '3', cseq: 2, to: 'B' },
  { method: 'BYE', via: '3', cseq: 2, to: 'B', status: 200 },
];

/** Reports the final response of each transaction that it sees. */
const finals: RuleHandlers<Messages> = {
  transaction({ final }, context) {
    if (final) context.report({ messageId: 'found', in: final });
  },
};

describe('rules of transactions, dialogs and flows', () => {
  it('report in a message, at its start line if not elsewhere', () => {
    assert.deepEqual(told([rule('r', finals)], CALL), ['r 1 200', 'r 4 200']);
  });

  it('report at a range of that message', () => {
    const cseq = rule('r', {
      dialog({ bye }, context) {
        const field = bye?.request.message.field('CSeq');
        if (bye && field) context.report({ messageId: 'found', in: bye.request, at: field.valueRange });
      },
    });
    assert.deepEqual(told([cseq], CALL), ['r 3 2 BYE']);
  });

  it('point at other messages', () => {
    const related = rule('r', {
      flow({ messages }, context) {
        const [invite, , , bye] = messages;
        if (!invite || !bye) return;
        const from = bye.message.field('From');
        context.report({
          messageId: 'found',
          in: bye,
          related: [
            { message: 'the INVITE', of: invite },
            { message: 'its From', of: bye, at: from?.nameNode },
          ],
        });
      },
    });
    const { findings, source } = lint([related], CALL);
    const [finding] = findings;
    assert.deepEqual(
      finding?.related.map(({ message, start, end }) => `${message}: ${source.text.slice(start, end)}`),
      ['the INVITE: INVITE', 'its From: From'],
    );
    assert.ok((finding?.related[1]?.start ?? 0) > (finding?.start ?? Number.POSITIVE_INFINITY));
  });

  it('see transactions first, then dialogs, then the flow, call by call', () => {
    const seen: string[] = [];
    const order = rule('r', {
      transaction: ({ method }) => void seen.push(method),
      dialog: ({ state }) => void seen.push(state),
      flow: ({ callId }) => void seen.push(callId),
    });
    lint([order], [...CALL, { callId: 'c2', via: '7', method: 'OPTIONS' }]);
    assert.deepEqual(seen, ['INVITE', 'ACK', 'BYE', 'terminated', 'c1', 'OPTIONS', 'c2']);
  });

  describe('see the transactions that hold a message which they apply to', () => {
    const cases: readonly (readonly [string, AnyRule['appliesTo'], readonly string[]])[] = [
      ['of a method', { methods: ['BYE'] }, ['r 4 200']],
      ['with a status', { statuses: [180] }, ['r 1 200']],
      ['with a status in a range', { statuses: ['200-299'] }, ['r 1 200', 'r 4 200']],
      ['of a method that none has', { methods: ['OPTIONS'] }, []],
      ['with an ACK in it', { methods: ['ACK'], kinds: ['request'] }, []],
    ];
    for (const [name, appliesTo, expected] of cases) {
      it(name, () => {
        const [invite = {}, ...rest] = CALL;
        const messages = [invite, { status: 180, to: 'B' }, ...rest];
        const shifted = expected.map((line) => line.replace(/\d/, (index) => `${Number(index) + 1}`));
        assert.deepEqual(told([rule('r', finals, {}, { appliesTo } as Partial<AnyRule>)], messages), shifted);
      });
    }

    it('with an ACK to a failure in it', () => {
      const messages: Written[] = [{}, { status: 486, to: 'B' }, { method: 'ACK', to: 'B' }];
      const acks = rule('r', finals, {}, { appliesTo: { methods: ['ACK'], kinds: ['request'] } } as Partial<AnyRule>);
      assert.deepEqual(told([acks], messages), ['r 1 486']);
    });
  });

  it('see the transactions they apply to, whether or not others with the same responses lack their request', () => {
    const lone: Written = { method: 'X', via: '8', callId: 'other', status: 200, to: 'B' };
    const messages = [lone, { method: 'X' }, { method: 'X', status: 200, to: 'B' }];
    const requests = rule('r', finals, {}, { appliesTo: { kinds: ['request'] } });
    assert.deepEqual(told([requests], messages), ['r 2 200']);
  });

  it('know whether the file is declared complete', () => {
    const complete = rule('r', {
      flow({ isComplete, messages: [first] }, context) {
        if (isComplete && first) context.report({ messageId: 'found', in: first });
      },
    });
    assert.deepEqual(told([complete], CALL), []);
    assert.deepEqual(told([complete], ['# siplint-set complete=yes\r\n', ...CALL]), ['r 0 INVITE']);
  });

  it('do not report where a placeholder stands', () => {
    const subject = rule('r', {
      flow({ messages: [first] }, context) {
        for (const { valueRange } of first?.message.fieldsNamed('Subject') ?? []) {
          if (first) context.report({ messageId: 'found', in: first, at: valueRange });
        }
      },
    });
    assert.deepEqual(told([subject], [{ rows: ['Subject: {{x}}', 'Subject: y'] }]), ['r 0 y']);
  });

  it('that throw are disabled, and the others go on', () => {
    const bad = rule('bad', {
      transaction() {
        throw new Error('no');
      },
    });
    const { findings, crashes } = lint([bad, rule('r', finals)], CALL);
    assert.deepEqual(
      findings.map(({ ruleId }) => ruleId),
      ['internal-rule-crash', 'r', 'r'],
    );
    assert.equal(crashes.length, 1);
  });

  it('are suppressed and expected like others', () => {
    const [invite = {}, ok = {}, ...rest] = CALL;
    const directed = [invite, '# siplint-disable-next-message r\r\n', ok, ...rest];
    assert.deepEqual(told([rule('r', finals)], directed), ['r 4 200']);
    const expected = [invite, '# siplint-expect r\r\n', ok, ...rest];
    assert.deepEqual(told([rule('r', finals)], expected), ['r 4 200']);
  });

  describe('win over others', () => {
    const atVia = (id: string, meta?: Partial<RuleMeta>) =>
      rule(
        id,
        {
          flow({ messages }, context) {
            for (const message of messages) {
              const via = message.message.field('Via');
              if (via) context.report({ messageId: 'found', in: message, at: via.valueRange });
            }
          },
        },
        meta,
      );
    const eachVia = rule('each', {
      headers: { Via: ({ valueRange }, context) => context.report({ messageId: 'found', at: valueRange }) },
    });

    it('of flows on the same row', () => {
      const rules = [atVia('winner', { winsOver: ['loser'] }), atVia('loser')];
      assert.deepEqual(
        lint(rules, [{}]).findings.map(({ ruleId }) => ruleId),
        ['winner'],
      );
    });

    it('that judged the message on its own', () => {
      const rules = [eachVia, atVia('winner', { winsOver: ['each'] })];
      assert.deepEqual(
        lint(rules, [{}]).findings.map(({ ruleId }) => ruleId),
        ['winner'],
      );
    });

    it('and are won over by those', () => {
      const each = rule('each', eachVia.create(undefined) as RuleHandlers<Messages>, { winsOver: ['loser'] });
      assert.deepEqual(
        lint([each, atVia('loser')], [{}]).findings.map(({ ruleId }) => ruleId),
        ['each'],
      );
    });
  });

  it('report with the severity that the guilty message has them with, and not where it turns them off', () => {
    const [off, warning] = ['off', 'warning'].map((severity) => {
      const active = {
        rule: rule('r', finals),
        id: 'r',
        severity: 'warning' as const,
        options: undefined,
        ignoresCeilings: false,
      };
      return new RuleSet(severity === 'off' ? [] : [active]);
    });
    const selection = strictConfig([rule('r', finals)]).selection;
    const forMessage = (message: { readonly method: string | undefined }) =>
      (message.method === 'BYE' ? warning : message.method === 'OPTIONS' ? off : undefined) ?? selection.forFile;
    const messages: Written[] = [
      ...CALL,
      { method: 'OPTIONS', via: '9' },
      { method: 'OPTIONS', via: '9', status: 200, to: 'B' },
    ];
    const { findings } = lint([], messages, { selection: { forFile: selection.forFile, forMessage } });
    assert.deepEqual(
      findings.map(({ messageIndex, severity }) => `${messageIndex} ${severity}`),
      ['1 error', '4 warning'],
    );
  });

  it('fix several messages at once', () => {
    const renumber = rule(
      'r',
      {
        dialog({ bye }, context) {
          const transaction = bye?.transactions[0];
          const final = transaction?.final;
          if (!bye || !final || bye.request.cseqNumber !== 2) return;
          const digits = [bye.request, final].flatMap((message) => {
            const node = message.message.field('CSeq')?.value?.digits;
            return node ? [{ in: message, start: node.start, end: node.end, text: '7' }] : [];
          });
          context.report({ messageId: 'found', in: bye.request, fix: { title: 'Renumber', edits: digits } });
        },
      },
      { fixable: 'unsafe' },
    );
    const source = SourceText.fromString(textOf(CALL));
    const fixed = fixSource(source, 'f.sip', strictConfig([renumber]), { isNamed: true, safety: 'unsafe' });
    const [before, behind] = [source.text, fixed.source.text].map((text) => text.match(/CSeq: .*/g));
    assert.deepEqual(before, ['CSeq: 1 INVITE', 'CSeq: 1 INVITE', 'CSeq: 1 ACK', 'CSeq: 2 BYE', 'CSeq: 2 BYE']);
    assert.deepEqual(behind, ['CSeq: 1 INVITE', 'CSeq: 1 INVITE', 'CSeq: 1 ACK', 'CSeq: 7 BYE', 'CSeq: 7 BYE']);
    assert.equal(fixed.fixed.length, 1);
  });

  it('put edits that name no message into the guilty one', () => {
    const upper = rule(
      'r',
      {
        transaction({ request, method }, context) {
          const to = method === 'BYE' ? request?.message.field('To') : undefined;
          if (!request || to?.name !== 'To') return;
          context.report({
            messageId: 'found',
            in: request,
            fix: { title: 'Short', edits: [{ start: to.start, end: to.nameEnd, text: 't' }] },
          });
        },
      },
      { fixable: 'safe' },
    );
    const { source } = fixSource(SourceText.fromString(textOf(CALL)), 'f.sip', strictConfig([upper]), {
      isNamed: true,
      safety: 'safe',
    });
    assert.deepEqual(source.text.match(/^(t|To)(?=:)/gm), ['To', 'To', 'To', 't', 'To']);
  });
});
