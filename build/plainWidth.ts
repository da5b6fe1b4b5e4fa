// The columns that a text takes, where every letter takes one: in place of string-width, for the program's own help.

export default function plainWidth(text: string): number {
  return text.length;
}
