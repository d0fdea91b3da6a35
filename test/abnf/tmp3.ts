import { CONDITIONS } from './conditions.js';
import { Grammar, readGrammarFile } from './grammar.js';
import { isDerivable } from './recognizer.js';
const loose = new Grammar(CONDITIONS); for (const f of ['core.abnf','rfc3261.abnf','rfc5954.abnf','extensions.abnf','prose.abnf','leniencies.abnf']) loose.add(readGrammarFile(f));
console.log(JSON.stringify(loose.rule('loose-products')));
for (const [r,t] of [['loose-products','<'],['TEXT-UTF8char','<'],['user-agent','User-Agent:<'],['user-agent','User-Agent: <'],['any-auth','* +=.'],['any-auth-data','+=.'],['auth-scheme','*']] as const) console.log(r,t,isDerivable(loose,r,t));
