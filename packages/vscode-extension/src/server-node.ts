// The server as the extension ships it: one file.
import { serve } from '@siplint/language-server/node';

serve('arguments');
