/** Closes the help of every command with `--mode`: the modes there are. */

export async function modesHelp(): Promise<string> {
  const { MODES } = await import('../modes/registry.js');
  const width = Math.max(...MODES.map(({ name }) => name.length));
  return ['Modes:', ...MODES.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
}
