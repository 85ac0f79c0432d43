import { importsText } from '../../../../catalogue/rooms/imports'
import { SaxesParser } from 'saxes'
import { ImportError } from '../../parts/importError'
import { DEEPEST_MARKUP, MOST_ELEMENTS, type MarkupElement, type MarkupNode } from './markupTree'
import { LETTER_ENTITIES } from './letterEntities'
import { formatInteger } from '../../../../story/text/format/formatInteger'

/** Whether a document type declares anything. One that is longer than any that people write is not looked through. */
const declares = (documentType: string): boolean =>
  (documentType.length > 10_000
    ? documentType
    : documentType.replace(/<!--.*?-->|<\?.*?\?>/gs, '').replace(/\[\s*\]/, '')
  ).includes('[')

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: MarkupNode[]
}

/**
 * Parses XML without document types or entities of its own. A document type that only names a public one, or has
 * nothing but comments, is skipped and never fetched; one that declares anything is refused, so nothing can expand.
 * XInclude is an element like others. The letters that HTML names (`&nbsp;`, `&eacute;`) are read, because feeds with a
 * document type use them.
 * @throws ImportError when it is not well-formed (with line and column), declares entities, or exceeds
 * `DEEPEST_MARKUP` or `MOST_ELEMENTS`.
 */
export function parseXml(xml: string, file: string): MarkupElement {
  const parser = new SaxesParser({ xmlns: false, position: true })
  parser.ENTITIES = LETTER_ENTITIES
  const open: Open[] = []
  let root: MarkupElement | undefined
  let made = 0
  const refuse = (what: string, next: string): never => {
    throw new ImportError(file, what, next)
  }
  parser.on('error', ({ message }) => {
    const [, line = '', column = '', problem = message] = /^(\d+):(\d+): (.*?)\.?$/s.exec(message) ?? []
    refuse(
      importsText(line === '' ? 'refusal.notWellFormedXml' : 'refusal.notWellFormedXmlAt', { line, column, problem }),
      importsText('advice.wholeCopy'),
    )
  })
  parser.on('doctype', (text) => {
    if (declares(text)) refuse(importsText('refusal.entities'), importsText('advice.copyWithoutEntities'))
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST_MARKUP)
      refuse(
        importsText('refusal.deepElements', { count: formatInteger(DEEPEST_MARKUP) }),
        importsText('advice.noFeed'),
      )
    if (++made > MOST_ELEMENTS)
      refuse(importsText('refusal.manyElements', { count: formatInteger(MOST_ELEMENTS) }), importsText('advice.split'))
    const element: Open = { name: name.slice(name.indexOf(':') + 1), attributes, children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const text = (words: string): void => {
    open.at(-1)?.children.push(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  // Some feeds have blank lines before the declaration, which XML forbids.
  parser.write(xml.replace(/^\s+(?=<\?xml\b)/, '')).close()
  return root ?? refuse(importsText('refusal.noElement'), importsText('advice.checkFile'))
}
