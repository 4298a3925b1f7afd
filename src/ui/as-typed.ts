/** A word of a command as it is typed: as it is if a shell takes it so, else in quotation marks. */
export function asTyped(word: string): string {
  if (/^[\w./~:-]+$/.test(word)) return word;
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
