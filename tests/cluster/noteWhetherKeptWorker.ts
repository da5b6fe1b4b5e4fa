// A worker thread's entry that runs the stand-in.
import { serve } from '../../src/cluster/serve.js';
import { noteWhetherKept } from './noteWhetherKept.js';

serve(noteWhetherKept);
