import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { boxFont } from './boxFont'
import template from './page.typ?raw'
import { pageData } from './pageData'
import type { PagePicture, PrintedPage } from '../pageParts'
import { wordsWithGaps } from '../read/readPlainPdf'
import { typesetter } from './typesetter'
import { messageOf } from '../../../../story/text/messageOf'

/**
 * Typesets a page as a PDF in this process: no window, no file, no network. Equal pages give equal bytes on one
 * machine. @throws NewsroomError `failed` without a typesetter. @throws TypesetError for what Typst cannot set.
 */
export function typeset(page: PrintedPage): Uint8Array {
  const pictures: PagePicture[] = []
  const fileOf = (picture: PagePicture): string =>
    `/${nameOf(pictures.includes(picture) ? pictures.indexOf(picture) + 1 : pictures.push(picture))}`
  const make = (how: Parameters<typeof pageData>[2]): Typeset => {
    const loose = compiled(template, { page: pageData(page, fileOf, how) }, pictures)
    if (!endsAlone(loose.end)) return loose
    const tight = compiled(template, { page: pageData(page, fileOf, { ...how, tight: true }) }, pictures)
    return tight.end !== undefined && tight.end.page < (loose.end?.page ?? 0) ? tight : loose
  }
  const { bytes } = make({})
  const lost = lostLetters(pageData(page, fileOf), bytes)
  return lost.length === 0 ? bytes : make({ boxed: lost }).bytes
}

/** Points from the top of a page. A last page that ends above it has a few lines only. */
const FEW_LINES = 190

/** Whether the last page has a few lines only. Set a little tighter, they often fit on the page before. */
const endsAlone = (end: Typeset['end']): boolean => end !== undefined && end.page > 1 && end.y < FEW_LINES

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

interface Typeset {
  readonly bytes: Uint8Array
  /** Page and height (points) at which the copy ends. Undefined without the mark of page.typ. */
  readonly end: { readonly page: number; readonly y: number } | undefined
}

function compiled(source: string, inputs: Record<string, string>, pictures: readonly PagePicture[]): Typeset {
  const { NodeCompiler, nowhere, fonts } = typesetter()
  const typst = (compiler ??= NodeCompiler.create({
    workspace: nowhere,
    fontArgs: [{ fontBlobs: [...fonts, boxFont()] }],
  }))
  try {
    pictures.forEach(({ bytes }, index) => typst.mapShadow(`${nowhere}/${nameOf(index + 1)}`, Buffer.from(bytes)))
    const args = { mainFileContent: source, inputs }
    // The second one finds the pages that the first has set.
    const bytes = Uint8Array.from(typst.pdf(args, { creationTimestamp: 0 }))
    const [end] = typst.query(args, { selector: '<end>', field: 'value' }) as readonly Typeset['end'][]
    return { bytes, end }
  } catch (error) {
    throw new TypesetError(messageOf(error), { cause: error })
  } finally {
    // Keep neither pictures nor words in memory.
    typst.resetShadow()
    typst.evictCache(0)
  }
}
