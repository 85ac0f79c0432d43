import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib'

/**
 * Numbers the objects of a document in the order in which they are met from its catalog, and drops those that nobody refers to. Chromium numbers
 * the tags of a page by chance; afterwards equal pages have equal numbers. The names of tags were made of those numbers: table headers, which
 * their cells refer to, get names in the same order, and the others lose theirs.
 */
export function numberInOrder({ context, catalog }: PDFDocument): void {
  const root = context.trailerInfo.Root
  const tree = catalog.lookup(PDFName.of('StructTreeRoot'))
  if (tree instanceof PDFDict) tree.delete(ID_TREE)
  const names = new TagNames([...context.enumerateIndirectObjects()].map(([, object]) => object))
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
      names.rename(object)
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
    if (object instanceof PDFDict) names.note(object, PDFRef.of(kept.length))
  }
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref)
  if (tree instanceof PDFDict) names.list(tree, context)
  kept.forEach((object, index) => context.assign(PDFRef.of(index + 1), object))
  context.largestObjectNumber = kept.length
  context.trailerInfo.Root = newRoot
  context.trailerInfo.Info = newInfo
}

const ID = PDFName.of('ID')
const ID_TREE = PDFName.of('IDTree')
const HEADERS = PDFName.of('Headers')

/** Names of tags (ISO 32000-1, 14.7.2): those that cells name as their headers, made anew in the order of the document. */
class TagNames {
  readonly #used = new Set<string>()
  readonly #fresh = new Map<string, string>()
  readonly #tags: { readonly name: string; readonly ref: PDFRef }[] = []

  constructor(objects: readonly PDFObject[]) {
    for (const object of objects) this.#look(object)
  }

  /** Renames what the dictionary is called, and the headers that it names. */
  rename(dict: PDFDict): void {
    const headers = dict.get(HEADERS)
    if (headers instanceof PDFArray) headers.asArray().forEach((item, index) => { headers.set(index, this.#freshName(textOf(item)) ?? item) })
    if (dict.get(PDFName.of('Type')) !== PDFName.of('StructElem')) return
    const fresh = this.#freshName(textOf(dict.get(ID)))
    if (fresh) dict.set(ID, fresh)
    else dict.delete(ID)
  }

  /** `ref`: where an object that was renamed stands now. */
  note(dict: PDFDict, ref: PDFRef): void {
    const name = dict.get(PDFName.of('Type')) === PDFName.of('StructElem') ? textOf(dict.get(ID)) : undefined
    if (name !== undefined) this.#tags.push({ name, ref })
  }

  /** The tree's list of names, which is sorted. */
  list(tree: PDFDict, context: PDFDocument['context']): void {
    const sorted = [...this.#tags].sort((a, b) => (a.name < b.name ? -1 : 1))
    if (sorted.length > 0) tree.set(ID_TREE, context.obj({ Names: sorted.flatMap(({ name, ref }) => [PDFString.of(name), ref]) }))
  }

  #freshName(name: string | undefined): PDFString | undefined {
    if (name === undefined || !this.#used.has(name)) return undefined
    const fresh = this.#fresh.get(name) ?? `header${String(this.#fresh.size + 1).padStart(6, '0')}`
    this.#fresh.set(name, fresh)
    return PDFString.of(fresh)
  }

  #look(object: PDFObject): void {
    if (object instanceof PDFArray) object.asArray().forEach((item) => this.#look(item))
    if (!(object instanceof PDFDict)) return
    const headers = object.get(HEADERS)
    if (headers instanceof PDFArray) for (const item of headers.asArray()) this.#used.add(textOf(item) ?? '')
    for (const [, value] of object.entries()) this.#look(value)
  }
}

const textOf = (object: PDFObject | undefined): string | undefined => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined)
