import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { boxFont } from './boxFont'
import template from './page.typ?raw'
import { pageData } from './pageData'
import type { PagePicture, PrintedPage } from './pageParts'
import { typesetter } from './typesetter'

/**
 * A page as a PDF, typeset by Typst in this process: no window, no file, no network. Equal pages give equal bytes on one machine.
 * Throws NewsroomError `failed` where there is no typesetter, and TypesetError for what Typst cannot set.
 */
export function typeset(page: PrintedPage): Uint8Array {
  const pictures: PagePicture[] = []
  const data = pageData(page, (picture) => `/${nameOf(pictures.push(picture))}`)
  return compiled(template, { page: data }, pictures)
}

/** Those that Typst can read: one that is damaged, or of an unusual kind, must not cost the page. */
export const printable = (pictures: readonly PagePicture[]): readonly PagePicture[] => pictures.filter((picture) => {
  try {
    compiled(`#image("/${nameOf(1)}")`, {}, [picture])
    return true
  } catch (trouble) {
    if (trouble instanceof TypesetError) return false
    throw trouble
  }
})

/** Typst’s own words about what is wrong with a page. */
export class TypesetError extends Error {}

const nameOf = (number: number): string => `picture${number}`

/** One for all pages of this process: looking for fonts takes longer than setting a page. It knows no file but the pictures of the page. */
let compiler: NodeCompiler | undefined

function compiled(source: string, inputs: Record<string, string>, pictures: readonly PagePicture[]): Uint8Array {
  const { NodeCompiler, nowhere, fonts } = typesetter()
  const typst = (compiler ??= NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontBlobs: [...fonts, boxFont()] }] }))
  try {
    pictures.forEach(({ bytes }, index) => typst.mapShadow(`${nowhere}/${nameOf(index + 1)}`, Buffer.from(bytes)))
    return Uint8Array.from(typst.pdf({ mainFileContent: source, inputs }, { creationTimestamp: 0 }))
  } catch (trouble) {
    throw new TypesetError(trouble instanceof Error ? trouble.message : String(trouble), { cause: trouble })
  } finally {
    // Neither pictures nor words stay in memory.
    typst.resetShadow()
    typst.evictCache(0)
  }
}
