import { readFileSync } from 'node:fs'
import { fontPath } from './typst/typesetter'
import { FONT_FILES } from './typst/typesetFiles'

/** The shipped fonts as CSS, under the names of PRINT_STYLE. Without a font file the page is set in other letters. */
export function fontFaces(): string {
  return FONT_FILES.filter((file) => /_(?:400Regular|400Regular_Italic|600SemiBold|700Bold)\.ttf$/.test(file))
    .map(fontFace)
    .join('')
}

function fontFace(file: string): string {
  const family = /Inter_/.test(file) ? 'Inter Variable' : 'Source Serif 4 Variable'
  const weight = /_(\d{3})/.exec(file)?.[1] ?? '400'
  const style = /Italic/.test(file) ? 'italic' : 'normal'
  try {
    const bytes = readFileSync(fontPath(file)).toString('base64')
    return (
      `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};` +
      `src:url(data:font/ttf;base64,${bytes})}`
    )
  } catch {
    // A paper without this font is set in another one, and says the same.
    return ''
  }
}
