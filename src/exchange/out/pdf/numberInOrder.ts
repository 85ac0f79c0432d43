import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/**
 * Numbers the objects of a document in the order in which they are met from its catalog, and drops those that nobody refers to. Chromium numbers
 * the tags of a page by chance; afterwards equal pages have equal numbers. The names of tags go too: they were made of those numbers.
 */
export function numberInOrder({ context, catalog }: PDFDocument): void {
  const root = context.trailerInfo.Root
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'))
  if (tree instanceof PDFDict) tree.delete(PDFName.of('IDTree'))
  const numbers = new Map<string, PDFRef>()
  const met: PDFRef[] = []
  const meet = (ref: PDFRef): PDFRef => {
    const known = numbers.get(ref.tag)
    if (known) return known
    const next = PDFRef.of(numbers.size + 1)
    numbers.set(ref.tag, next)
    met.push(ref)
    return next
  }
  const renumber = (object: PDFObject): PDFObject => {
    if (object instanceof PDFRef) return context.lookup(object) === undefined ? object : meet(object)
    if (object instanceof PDFArray) object.asArray().forEach((item, index) => { object.set(index, renumber(item)) })
    else if (object instanceof PDFStream) renumber(object.dict)
    else if (object instanceof PDFDict) {
      if (object.get(PDFName.of('Type')) === PDFName.of('StructElem')) object.delete(PDFName.of('ID'))
      for (const [key, value] of object.entries()) object.set(key, renumber(value))
    }
    return object
  }
  const start = [root, context.trailerInfo.Info].filter((ref) => ref instanceof PDFRef)
  const [newRoot, newInfo] = start.map(meet)
  const kept: PDFObject[] = []
  for (let at = 0; at < met.length; at++) {
    const ref = met[at]
    const object = ref && context.lookup(ref)
    if (object) kept.push(renumber(object))
  }
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref)
  kept.forEach((object, index) => context.assign(PDFRef.of(index + 1), object))
  context.largestObjectNumber = kept.length
  context.trailerInfo.Root = newRoot
  context.trailerInfo.Info = newInfo
}
