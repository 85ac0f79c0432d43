/** The shipped fonts as style rules that need no file and no network. Scripts that they lack are set in the system's fonts. */
import interLatin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline'
import interLatinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?inline'
import serifCyrillic from '@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-opsz-normal.woff2?inline'
import serifGreek from '@fontsource-variable/source-serif-4/files/source-serif-4-greek-opsz-normal.woff2?inline'
import serifLatin from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2?inline'
import serifLatinItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2?inline'
import serifLatinExt from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2?inline'
import serifLatinExtItalic from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-italic.woff2?inline'

/** As the font packages cut them. */
const LATIN = 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const LATIN_EXT = 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'
const CYRILLIC = 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116'
const GREEK = 'U+0370-03FF'

const face = (family: string, style: 'normal' | 'italic', url: string, range: string): string =>
  `@font-face{font-family:'${family} Variable';font-style:${style};font-weight:200 900;font-display:block;src:url(${url}) format('woff2-variations');unicode-range:${range}}`

export const PRINT_FONTS = [
  face('Source Serif 4', 'normal', serifLatin, LATIN), face('Source Serif 4', 'italic', serifLatinItalic, LATIN),
  face('Source Serif 4', 'normal', serifLatinExt, LATIN_EXT), face('Source Serif 4', 'italic', serifLatinExtItalic, LATIN_EXT),
  face('Source Serif 4', 'normal', serifCyrillic, CYRILLIC), face('Source Serif 4', 'normal', serifGreek, GREEK),
  face('Inter', 'normal', interLatin, LATIN), face('Inter', 'normal', interLatinExt, LATIN_EXT)
].join('\n')
