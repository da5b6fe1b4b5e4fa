/** The entry of a worker thread. */
import { simulate } from '../simulate.js';
import { serve } from './serve.js';

serve(simulate);
