const WIDE = new RegExp(
  `[${[
    '\\u1100-\\u115f',
    '\\u2e80-\\ua4cf',
    '\\uac00-\\ud7a3',
    '\\uf900-\\ufaff',
    '\\ufe30-\\ufe6f',
    '\\uff00-\\uff60',
    '\\uffe0-\\uffe6',
    '\\u{1f300}-\\u{1faff}',
    '\\u{20000}-\\u{3fffd}',
  ].join('')}]`,
  'u',
)
/** Columns of a text on a wire terminal: ideographs, Kana and Hangul take two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\p{M}\p{Cf}]/u.test(character) ? 0 : WIDE.test(character) ? 2 : 1), 0)
