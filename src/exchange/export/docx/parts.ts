/** Parts of a word-processing package (ISO/IEC 29500 transitional) that are the same in each document. */
import { element, escapeXml, textElement, XML_DECLARATION, container } from '../xml/xml'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Extensions of Word 2010 and 2013. Other readers ignore them. */
export const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
export const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
export const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A part that the document refers to: its name, its content type, and the type of the relationship. */
export interface DocumentPart {
  readonly name: string
  readonly type: string
  readonly relation: string
}
export const STYLES_PART: DocumentPart = { name: 'styles.xml', type: `${OFFICE}.styles+xml`, relation: `${R}/styles` }
export const NUMBERING_PART: DocumentPart = {
  name: 'numbering.xml',
  type: `${OFFICE}.numbering+xml`,
  relation: `${R}/numbering`,
}
export const SETTINGS_PART: DocumentPart = {
  name: 'settings.xml',
  type: `${OFFICE}.settings+xml`,
  relation: `${R}/settings`,
}

/** Width of the text in twentieths of a point. */
export const MEASURE = 9070

export interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external?: boolean
}

export function relationships(relations: readonly Relationship[]): string {
  return (
    XML_DECLARATION +
    container(
      'Relationships',
      { xmlns: RELATIONSHIPS },
      ...relations.map(({ id, type, target, external }) =>
        element('Relationship', { Id: id, Type: type, Target: target, TargetMode: external ? 'External' : undefined }),
      ),
    )
  )
}

export const PACKAGE_RELATIONSHIPS = relationships([
  { id: 'rId1', type: `${R}/officeDocument`, target: 'word/document.xml' },
  {
    id: 'rId2',
    type: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    target: 'docProps/core.xml',
  },
])

/** @param endings Media types of pictures by file extension. */
export function contentTypes(parts: readonly DocumentPart[], endings: Readonly<Record<string, string>> = {}): string {
  return (
    XML_DECLARATION +
    container(
      'Types',
      { xmlns: CONTENT_TYPES },
      ...Object.entries({
        rels: 'application/vnd.openxmlformats-package.relationships+xml',
        xml: 'application/xml',
        ...endings,
      }).map(([ending, type]) => element('Default', { Extension: ending, ContentType: type })),
      element('Override', { PartName: '/word/document.xml', ContentType: `${OFFICE}.document.main+xml` }),
      ...parts.map(({ name, type }) => element('Override', { PartName: `/word/${name}`, ContentType: type })),
      element('Override', {
        PartName: '/docProps/core.xml',
        ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      }),
    )
  )
}

export interface CoreProperties {
  readonly title: string
  readonly language: string
  /** RFC 3339. */
  readonly date: string
  readonly publisher: string
  readonly subjects: readonly string[]
  readonly keywords: readonly string[]
}

/** Writes Dublin Core properties: no person, no program, no revision count. */
export function coreProperties({ title, language, date, subjects, keywords }: CoreProperties): string {
  const utc = new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
  return (
    XML_DECLARATION +
    container(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      textElement('dc:title', title),
      textElement('dc:subject', subjects.join(', ')),
      textElement('cp:keywords', keywords.join(', ')),
      textElement('dc:language', language),
      element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, escapeXml(utc)),
      element('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, escapeXml(utc)),
    )
  )
}

export const settings = (): string =>
  XML_DECLARATION +
  container(
    'w:settings',
    { 'xmlns:w': W },
    element('w:defaultTabStop', { 'w:val': 720 }),
    element('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    container(
      'w:compat',
      {},
      element('w:compatSetting', {
        'w:name': 'compatibilityMode',
        'w:uri': 'http://schemas.microsoft.com/office/word',
        'w:val': 15,
      }),
    ),
  )
