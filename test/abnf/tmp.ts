import { lintSource, resolveConfig, SourceText } from '@siplint/core';
import { rules } from '@siplint/rules';
import { CONDITIONS } from './conditions.js';
import { FIELDS } from './fields.js';
import { Generator } from './generator.js';
import { Grammar, readGrammarFile } from './grammar.js';
import { messageWith } from './message.js';
import { Random, seedOf } from './random.js';
const g = new Grammar(CONDITIONS);
for (const f of ['core.abnf','rfc3261.abnf','rfc5954.abnf','extensions.abnf','prose.abnf']) g.add(readGrammarFile(f));
const config = resolveConfig([], rules).forFile('');
const N = Number(process.argv[2] ?? 300);
const only = process.argv[3];
const seen = new Map<string, {n:number, sev:string, ex:string[]}>();
const t0 = performance.now(); let gen=0, lint=0;
for (const field of FIELDS) {
  if (only && field.name !== only) continue;
  const generator = new Generator(g, new Random(seedOf(field.name, 3261)));
  for (let i=0;i<N;i++) {
    let t=performance.now();
    const row = generator.derive(field.rule);
    gen+=performance.now()-t; t=performance.now();
    const text = messageWith(field, row);
    const r = lintSource(SourceText.fromBytes(Buffer.from(text,'latin1')), 'x.sip', config, {isNamed:true});
    lint+=performance.now()-t;
    if (r.messages !== 1) { console.log('MESSAGES', r.messages, JSON.stringify(row)); }
    for (const f of r.findings) { if (f.severity==='info'||f.severity==='hint') continue;
      const key = `${f.severity} ${f.ruleId}`; let e=seen.get(key); if(!e) seen.set(key,e={n:0,sev:f.severity,ex:[]}); e.n++;
      if (e.ex.length<4) e.ex.push(`${field.name}: ${JSON.stringify(row).slice(0,200)} => ${f.message}`); }
  }
}
for (const [k,e] of [...seen].sort()) { console.log(k, e.n); for (const x of e.ex) console.log('     ', x); }
console.log(FIELDS.length, gen, lint, performance.now()-t0);
