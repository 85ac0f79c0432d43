/** "a, b; c" or one a line → the parts, without empty and repeated ones. */
export const listFromText = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[,;、，\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]
