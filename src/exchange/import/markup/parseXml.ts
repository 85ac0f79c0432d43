import { SaxesParser } from 'saxes'
import { ImportError } from '../parts/importError'
import { DEEPEST_MARKUP, MOST_ELEMENTS, type MarkupElement, type MarkupNode } from './markupTree'
import { LETTER_ENTITIES } from './letterEntities'
import { formatInteger } from '../../../story/text/formatInteger'

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: MarkupNode[]
}

/**
 * Parses XML without document types or entities of its own. A document type that only names a public one is skipped and
 * never fetched; one that declares anything is refused, so nothing can expand. XInclude is an element like others. The
 * letters that HTML names (`&nbsp;`, `&eacute;`) are read, because feeds with a document type use them.
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
  parser.on('error', (error) =>
    refuse(
      `it is not well-formed XML (${error.message.replace(/^(\d+):(\d+): /, 'line $1, column $2: ').replace(/\.$/, '')})`,
      'Ask whoever sent it for a whole copy.',
    ),
  )
  parser.on('doctype', (text) => {
    if (text.includes('['))
      refuse(
        'its document type declares entities or elements of its own, which may hide or multiply text',
        'Ask whoever sent it for a copy without them.',
      )
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST_MARKUP)
      refuse(
        `its elements are nested more than ${formatInteger(DEEPEST_MARKUP)} deep`,
        'It is no feed that a newsroom sends; ask whoever sent it.',
      )
    if (++made > MOST_ELEMENTS)
      refuse(`it has more than ${formatInteger(MOST_ELEMENTS)} elements`, 'Split it and import the parts.')
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
  parser.write(xml).close()
  return root ?? refuse('there is no element in it', 'Check that the right file was chosen.')
}
