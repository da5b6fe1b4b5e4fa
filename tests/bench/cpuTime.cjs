// Required before a program: at its end it says how many microseconds all of its threads have worked.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write(`\n${user + system}`);
  });
}
