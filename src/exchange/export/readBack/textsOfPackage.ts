import { CHANGE_SIGNS } from '../../../projection/scan/readings/shownReadings'
import { textsOfFile, type OutputText } from './textsOfFile'
import { unzipPackage } from './unzipPackage'

/** Reads all texts of a finished Word package: names of parts, words, values of attributes, metadata of pictures. */
export const textsOfPackage = (bytes: Uint8Array): readonly OutputText[] => textsOfParts(unzipPackage(bytes))

/** Reads all texts of the parts of an unpacked package, and the names of the parts. */
export function textsOfParts(parts: readonly (readonly [name: string, content: Uint8Array])[]): readonly OutputText[] {
  return [
    { text: parts.map(([name]) => name).join('\n'), mediaType: 'text/plain' },
    ...parts.flatMap(([name, part]) =>
      /\.(?:xml|rels)$/.test(name) ? textsOfXml(new TextDecoder().decode(part)) : textsOfFile(part),
    ),
  ]
}

/** Elements of WordprocessingML at which a reader sees a break. All others may be inside a word. */
const BREAKS = /<\/(?:w:p|w:tc|w:comment|dc:\w+|cp:\w+|dcterms:\w+)>|<w:(?:br|tab|cr)\b[^>]*>/g

/** Reads words without tags, because runs can split a name, and values of attributes apart from them. */
function textsOfXml(xml: string): readonly OutputText[] {
  // A set, because most values repeat.
  const attributes = new Set<string>()
  for (let at = xml.indexOf('="'); at !== -1;) {
    const end = xml.indexOf('"', at + 2)
    if (end === -1) break
    attributes.add(xml.slice(at + 2, end))
    at = xml.indexOf('="', end + 1)
  }
  return [
    { text: wordsOf(xml), mediaType: 'text/plain' },
    ...(CHANGE.test(xml) ? [{ text: wordsOf(withChangeSigns(xml)), mediaType: 'text/plain' }] : []),
    { text: [...attributes].join('\n'), mediaType: 'text/plain' },
  ]
}

const wordsOf = (xml: string): string => xml.replace(BREAKS, '\n').replace(/<[^>]*>/g, '')

const CHANGE = /<w:(?:del|ins)\b/
type Change = keyof typeof CHANGE_SIGNS

/**
 * Marks tracked changes with the signs that the scan knows: a name may appear only when they are accepted or
 * rejected. An empty change element is the change of a paragraph's end.
 */
function withChangeSigns(xml: string): string {
  const between = (change: Change, words: string): string => CHANGE_SIGNS[change][0] + words + CHANGE_SIGNS[change][1]
  const paragraphs = xml
    .replace(SIGNS, '')
    .split('</w:p>')
    .map((paragraph) => {
      const ends = [...paragraph.matchAll(/<w:(del|ins)\b[^>]*\/>/g)].map(([, change]) => change as Change)
      return paragraph + ends.reduce((end, change) => between(change, end), '\n')
    })
  return paragraphs
    .join('')
    .replace(/<(\/?)w:(del|ins)\b[^>]*>/g, (tag, closing: string, change: Change) =>
      tag.endsWith('/>') ? '' : CHANGE_SIGNS[change][closing === '' ? 0 : 1],
    )
}
const SIGNS = new RegExp(`[${Object.values(CHANGE_SIGNS).flat().join('')}]`, 'gu')
