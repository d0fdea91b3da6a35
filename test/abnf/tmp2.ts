import { readSipFile, SourceText, type SyntaxIssue } from '@siplint/core';
import { CONDITIONS } from './conditions.js';
import { FIELDS } from './fields.js';
import { Generator } from './generator.js';
import { Grammar, readGrammarFile } from './grammar.js';
import { mutate } from './mutations.js';
import { isDerivable } from './recognizer.js';
import { Random, seedOf } from './random.js';
const base = ['core.abnf','rfc3261.abnf','rfc5954.abnf','extensions.abnf','prose.abnf'];
const g = new Grammar(CONDITIONS); for (const f of base) g.add(readGrammarFile(f));
const loose = new Grammar(CONDITIONS); for (const f of [...base,'leniencies.abnf']) loose.add(readGrammarFile(f));
const N = Number(process.argv[2] ?? 300), only = process.argv[3];
let trec=0, tparse=0; const t0=performance.now();
const SEM = new Set(['param.duplicate','sip-uri.param-duplicate','sip-uri.port-out-of-range','via.sent-by-port-out-of-range','delta-seconds.too-large','contact-expires.too-large','max-forwards.out-of-range','addr-spec.uri-param-outside','refer-to.uri-param-outside','referred-by.uri-param-outside','route.lr-outside','frame.fold-blank','contact-star.not-alone']);
for (const field of FIELDS) {
  if (only && field.name !== only) continue;
  const random = new Random(seedOf(field.name, 77));
  const generator = new Generator(g, random);
  const miss = new Map<string,string[]>();
  let nm=0,nb=0;
  for (let i=0;i<N;i++) {
    const row = generator.derive(field.rule);
    let value = row.replace(/^[^:]*:/,'').replace(/^\s+|\s+$/g,'');
    if (i%10) value = mutate(value, random).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g,'');
    if (value==='' || /\r\n(?![ \t])|(?<!\r)\n/.test(value)) continue;
    let t=performance.now();
    const ok = isDerivable(loose, field.rule, `${field.name}:${value}`);
    trec+=performance.now()-t; t=performance.now();
    const source = SourceText.fromBytes(Buffer.from(`OPTIONS sip:b@example.com SIP/2.0\r\n${field.name}: ${value}\r\n\r\n`,'latin1'));
    const m = readSipFile(source, {wire:{eol:'auto'},placeholders:[]}).messages[0]!;
    const issues: SyntaxIssue[] = [...m.issues, ...m.fields.flatMap(f=>[...f.issues])];
    const hard = issues.filter(x=>!SEM.has(x.code));
    tparse+=performance.now()-t;
    if (ok) nm++; else nb++;
    if (/^(?:WWW-|Proxy-)?Auth(?:orization|enticate)$/.test(field.name) && !/^digest\s/i.test(value)) continue;
    if (ok ? hard.length===0 : issues.length>0) continue;
    const key = ok ? `FALSE ALARM ${hard.map(x=>x.code)[0]}` : 'MISSED';
    const list = miss.get(key) ?? []; list.push(value); miss.set(key,list);
  }
  console.log(`${field.name}: ${nm} match, ${nb} do not`);
  for (const [k,l] of miss) console.log('   ',k,l.length, l.sort((a,b)=>a.length-b.length).slice(0,6).map(x=>JSON.stringify(x).replace(/[^ -~]/g,c=>'\\x'+c.charCodeAt(0).toString(16))).join('   '));
}
console.log(trec,tparse,performance.now()-t0);
