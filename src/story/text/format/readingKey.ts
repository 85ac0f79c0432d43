/**
 * The key of what was read from a captured file. Captions, Word and other text differ by the ending of their name, so
 * the same bytes under another ending are another reading: nobody decides by a first name how all others read a file.
 */
export function readingKey(sha256: string, fileName = ''): string {
  const ending = /\.([^./\\]*)$/u.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return ending === '' ? sha256 : `${sha256}.${ending}`
}
