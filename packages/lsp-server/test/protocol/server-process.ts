// The server as a process of its own, from its sources.
import { serve } from '../../src/server/node.js';

serve('stdio');
