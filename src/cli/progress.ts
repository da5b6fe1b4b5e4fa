/** A progress bar on stderr for runs that last; silent when nobody watches. */
import type { Progress } from '../analysis/jobs.js';
import { precisionOf } from '../analysis/sequential.js';
import type { Terminal } from './terminal.js';

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  /** Takes the bar away for good. */
  readonly stop: () => void;
}

export async function progressBar(terminal: Terminal): Promise<ProgressBar> {
  if (!terminal.watched) return { update: () => undefined, stop: () => undefined };
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    format:
      '{bar} {value} of {total} runs, {replications} replications finished{precise}, {eta_formatted} left',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 30,
    etaBuffer: 100,
  });
  let stopped = false;
  return {
    update({ finished, planned, replications, reached }) {
      if (stopped) return;
      const precision = precisionOf(reached);
      const precise = precision === null ? '' : `, precise to ${(100 * precision).toFixed(1)} %`;
      if (!bar.isActive) bar.start(planned, 0, { replications: 0, precise: '' });
      bar.setTotal(planned);
      bar.update(finished, { replications, precise });
    },
    stop() {
      stopped = true;
      bar.stop();
    },
  };
}
