// npm run bench:start [-- rounds]: how long the built program takes to start, as a ratio to a Node that does nothing.
import { spawnSync } from 'node:child_process';
import { median, spread } from './spread.js';

const NOTHING = ['-e', '0'];
const STARTS = [
  ['dist/cli/main.js', '--help'],
  ['dist/cli/main.js', 'validate', 'scenarios/retail-weekday'],
];

interface Start {
  readonly clock: number;
  /** Of the thread that runs the program: what the clock shows where nothing else runs. NaN where nobody tells. */
  readonly thread: number;
}

const rounds = Number(process.argv[2] ?? 25);
// By turns: load from outside falls on all alike.
const played = Array.from({ length: rounds }, () => [NOTHING, ...STARTS].map(start));

const nothing = played.map(([first]) => first!);
console.log(`${rounds} rounds; node -e 0 takes ${milliseconds(nothing)}`);
for (const [i, args] of STARTS.entries()) {
  const starts = played.map((round) => round[i + 1]!);
  console.log(`${args.join(' ')}  ${milliseconds(starts)}`);
  console.log(`  × node -e 0 by the clock, beside whatever else runs here  ${ratios(starts, 'clock')}`);
  console.log(`  × node -e 0 in time of the program's own thread           ${ratios(starts, 'thread')}`);
}

function start(args: readonly string[]): Start {
  const before = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', './tests/bench/ownTime.cjs', ...args],
    {
      encoding: 'utf8',
    },
  );
  const clock = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0) throw new Error(stderr);
  return { clock, thread: Number(stderr.split('\n').at(-1) || NaN) / 1e6 };
}

function milliseconds(starts: readonly Start[]): string {
  const middle = (of: keyof Start): string => `${median(starts.map((one) => one[of])).toFixed(0)} ms`;
  return `${middle('clock')} by the clock, ${middle('thread')} of its thread`;
}

function ratios(starts: readonly Start[], of: keyof Start): string {
  return spread(starts.map((one, i) => one[of] / nothing[i]![of]));
}
