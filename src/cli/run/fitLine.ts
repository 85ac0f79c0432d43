/** Letters that take two columns of a terminal: Hangul, kana, Han, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const NO_WIDTH = /[\p{M}\p{Cf}]/u

/** The line as one row of a terminal can show it. A longer one would wrap, and the next could not replace it. */
export function fitLine(line: string, columns: number): string {
  const room = columns - 1
  let [kept, width] = ['', 0]
  for (const letter of line) {
    const wide = NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
    if (width + wide > room) return `${trimmed(kept, width, room)}…`
    kept += letter
    width += wide
  }
  return line
}

/** Without the last letter where the sign of what is left out would have no room. */
const trimmed = (kept: string, width: number, room: number): string =>
  width < room ? kept : [...kept].slice(0, -1).join('')
