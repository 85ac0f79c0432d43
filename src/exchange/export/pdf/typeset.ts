import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { boxFont } from './boxFont'
import template from './page.typ?raw'
import { pageData } from './pageData'
import type { PagePicture, PrintedPage } from './pageParts'
import { wordsWithGaps } from './read/readPlainPdf'
import { typesetter } from './typesetter'
import { messageOf } from '../../../story/text/messageOf'

/**
 * Typesets a page as a PDF in this process: no window, no file, no network. Equal pages give equal bytes on one
 * machine. @throws NewsroomError `failed` without a typesetter. @throws TypesetError for what Typst cannot set.
 */
export function typeset(page: PrintedPage): Uint8Array {
  const pictures: PagePicture[] = []
  const fileOf = (picture: PagePicture): string =>
    `/${nameOf(pictures.includes(picture) ? pictures.indexOf(picture) + 1 : pictures.push(picture))}`
  const data = pageData(page, fileOf)
  const bytes = compiled(template, { page: data }, pictures)
  const lost = lostLetters(data, bytes)
  return lost.length === 0 ? bytes : compiled(template, { page: pageData(page, fileOf, lost) }, pictures)
}

/** Characters that the shipped fonts do not have. */
const UNCOMMON = /[^\u0000-\u017f\u0391-\u03c9\u0410-\u044f\u200b\u2010-\u2026\u20ac]/u
const SHOWN = /^(?!\p{Default_Ignorable_Code_Point})[^\p{White_Space}\p{C}\p{M}]$/u

/**
 * Finds letters that cannot be read in the PDF. Some fonts claim letters that they do not have; Typst believes them
 * and writes a sign without meaning.
 */
function lostLetters(data: string, bytes: Uint8Array): readonly string[] {
  if (!UNCOMMON.test(data)) return []
  const words = wordsWithGaps(bytes)
  if (words === undefined || !words.includes('\ufffd')) return []
  const read = new Set(words)
  return [...new Set(data)].filter((letter) => !read.has(letter) && SHOWN.test(letter) && UNCOMMON.test(letter))
}

/** Returns the pictures that Typst can read. A damaged or unusual one must not cost the page. */
export const printable = (pictures: readonly PagePicture[]): readonly PagePicture[] =>
  pictures.filter((picture) => {
    try {
      compiled(`#image("/${nameOf(1)}")`, {}, [picture])
      return true
    } catch (error) {
      if (error instanceof TypesetError) return false
      throw error
    }
  })

/** The error that Typst reports about a page. */
export class TypesetError extends Error {}

const nameOf = (number: number): string => `picture${number}`

/**
 * One compiler for all pages of this process: it takes longer to look for fonts than to set a page. It can reach no
 * file but the pictures of the page.
 */
let compiler: NodeCompiler | undefined

function compiled(source: string, inputs: Record<string, string>, pictures: readonly PagePicture[]): Uint8Array {
  const { NodeCompiler, nowhere, fonts } = typesetter()
  const typst = (compiler ??= NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: [...fonts, boxFont()] }],
  }))
  try {
    pictures.forEach(({ bytes }, index) => typst.mapShadow(`${nowhere}/${nameOf(index + 1)}`, Buffer.from(bytes)))
    return Uint8Array.from(typst.pdf({ mainFileContent: source, inputs }, { creationTimestamp: 0 }))
  } catch (error) {
    throw new TypesetError(messageOf(error), { cause: error })
  } finally {
    // Keep neither pictures nor words in memory.
    typst.resetShadow()
    typst.evictCache(0)
  }
}
