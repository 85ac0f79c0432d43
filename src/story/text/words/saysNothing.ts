/** White space, control characters and characters that nobody sees: zero-width ones, fillers, the blank of Braille. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\s\u2800]/gu

/** Whether a person who reads the text sees nothing. */
export const saysNothing = (text: string): boolean => text.replace(UNSEEN, '') === ''
