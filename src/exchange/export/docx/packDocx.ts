import type { PublishedComment } from '../../../projection/published/publishedReview'
import {
  contentTypes,
  coreProperties,
  NUMBERING_PART,
  PACKAGE_RELATIONSHIPS,
  R,
  relationships,
  settings,
  SETTINGS_PART,
  STYLES_PART,
  type CoreProperties,
} from './parts'
import { documentPart, type DocxPart } from './documentPart'
import { DOCX_PICTURES } from './picture'
import { numbering, type ListInstance } from './numbering'
import { styles } from './styles'
import { zipPackage } from './zipPackage'

export interface DocxDocument {
  readonly parts: readonly DocxPart[]
  readonly lists: readonly ListInstance[]
  readonly properties: CoreProperties
  readonly rightToLeft: boolean
  /** Runs refer to them by index. Default none. */
  readonly comments?: readonly PublishedComment[]
}

const PARTS = [STYLES_PART, NUMBERING_PART, SETTINGS_PART]

/** Packs a WordprocessingML document (ISO/IEC 29500 transitional). Equal documents give equal bytes. */
export function packDocx({ parts, lists, properties, rightToLeft, comments = [] }: DocxDocument): Uint8Array {
  const { xml, links, pictures, review } = documentPart(parts, rightToLeft, PARTS.length + 1, comments)
  const about = review.map(([part]) => part)
  return zipPackage([
    [
      '[Content_Types].xml',
      contentTypes(
        [...PARTS, ...about],
        pictures.length === 0
          ? {}
          : Object.fromEntries(Object.entries(DOCX_PICTURES).map(([type, ending]) => [ending, type])),
      ),
    ],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS],
    ['docProps/core.xml', coreProperties(properties)],
    ['word/document.xml', xml],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ...PARTS.map(({ name, relation }, index) => ({ id: `rId${index + 1}`, type: relation, target: name })),
        ...about.map(({ name, relation }, index) => ({ id: `rIdReview${index + 1}`, type: relation, target: name })),
        ...links,
        ...pictures.map(({ id, name }) => ({ id, type: `${R}/image`, target: name })),
      ]),
    ],
    ['word/styles.xml', styles(properties.language, rightToLeft)],
    ['word/numbering.xml', numbering(lists)],
    ['word/settings.xml', settings()],
    ...review.map(([{ name }, content]) => [`word/${name}`, content] as const),
    ...pictures.map(({ name, bytes }) => [`word/${name}`, bytes] as const),
  ])
}
