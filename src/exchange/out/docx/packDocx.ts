import { contentTypes, coreProperties, NUMBERING_PART, PACKAGE_RELATIONSHIPS, R, relationships, settings, SETTINGS_PART, STYLES_PART, type CoreProperties } from './parts'
import { documentPart, DOCX_PICTURES, type DocxPart } from './documentPart'
import { numbering, type ListInstance } from './numbering'
import { styles } from './styles'
import { zipPackage } from './zipPackage'

export interface DocxDocument {
  readonly parts: readonly DocxPart[]
  readonly lists: readonly ListInstance[]
  readonly properties: CoreProperties
  readonly rightToLeft: boolean
}

const PARTS = [STYLES_PART, NUMBERING_PART, SETTINGS_PART]

/** A whole WordprocessingML package (ISO/IEC 29500 transitional). Equal documents give equal bytes. */
export function packDocx({ parts, lists, properties, rightToLeft }: DocxDocument): Uint8Array {
  const { xml, links, pictures } = documentPart(parts, rightToLeft, PARTS.length + 1)
  return zipPackage([
    ['[Content_Types].xml', contentTypes(PARTS, pictures.length === 0 ? {} : Object.fromEntries(Object.entries(DOCX_PICTURES).map(([type, ending]) => [ending, type])))],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS],
    ['docProps/core.xml', coreProperties(properties)],
    ['word/document.xml', xml],
    ['word/_rels/document.xml.rels', relationships([...PARTS.map(({ name, relation }, index) => ({ id: `rId${index + 1}`, type: relation, target: name })), ...links, ...pictures.map(({ id, name }) => ({ id, type: `${R}/image`, target: name }))])],
    ['word/styles.xml', styles(properties.language, rightToLeft)],
    ['word/numbering.xml', numbering(lists)],
    ['word/settings.xml', settings()],
    ...pictures.map(({ name, bytes }) => [`word/${name}`, bytes] as const)
  ], properties.date)
}
