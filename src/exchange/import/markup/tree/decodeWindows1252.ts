/** Characters of 0x80 to 0x9F in windows-1252 (WHATWG Encoding, index windows-1252). */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Decodes windows-1252, which browsers also use for ISO 8859-1. TextDecoder is not used: some Node versions decode it
 * as ISO 8859-1, which turns quotation marks into control characters.
 */
export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character)
