/** Control characters of wire transmission (ISO 646): start of header, start of text, end of text. */
const SOH = '\u0001'
const STX = '\u0002'
const ETX = '\u0003'
const EOT = '\u0004'

/**
 * One message of a wire, as sent. Line ends are `
 * `.
 */
export interface WireMessage {
  readonly header: readonly string[]
  readonly text: string
  /** The text after the copy, usually the time of sending. */
  readonly end: string
  /** The sign for the end of the text is there: nothing was cut off. */
  readonly isComplete: boolean
}

/** Whether bytes start like a wire message: idle characters, a header, and later a text. */
export function isWire(bytes: Uint8Array): boolean {
  const start = bytes.findIndex((byte) => byte !== 0x16 && byte !== 0x0d && byte !== 0x0a)
  return bytes[start] === 0x01 && bytes.subarray(start, start + 2000).includes(0x02)
}

/** Returns every message of a transmission that has a text. */
export function wireMessages(sent: string): readonly WireMessage[] {
  return sent
    .replace(/\r\n?/g, '\n')
    .split(SOH)
    .slice(1)
    .flatMap((message): readonly WireMessage[] => {
      const begins = message.indexOf(STX)
      if (begins < 0) return []
      const ends = message.indexOf(ETX, begins)
      const text = message.slice(begins + 1, ends < 0 ? undefined : ends)
      const end = ends < 0 ? '' : (message.slice(ends + 1).split(EOT)[0] ?? '')
      return [{ header: message.slice(0, begins).split('\n'), text, end: plainWords(end), isComplete: ends >= 0 }]
    })
}

/** Removes printer control characters. */
export const plainWords = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
