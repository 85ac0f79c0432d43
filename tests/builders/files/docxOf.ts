import { zipOf, type ZipEntry } from './zipOf'

const W = {
  transitional: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  strict: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
}
const R = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}

export interface DocxParts {
  /** Content of `w:styles`, `w:numbering`, `w:comments`, `w:footnotes`. */
  readonly styles?: string
  readonly numbering?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly footnotes?: string
  readonly core?: string
  /** Addresses by relationship id. */
  readonly links?: Readonly<Record<string, string>>
  /** Picture parts by relationship id, relative to word/. */
  readonly pictures?: Readonly<Record<string, string>>
  readonly strict?: boolean
  readonly more?: readonly ZipEntry[]
}

/** Makes a Word document with this content of `w:body` and only the given parts. */
export function docxOf(
  body: string,
  { strict = false, links = {}, pictures = {}, more = [], core, ...parts }: DocxParts = {},
): Uint8Array {
  const kind = strict ? 'strict' : 'transitional'
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const whole = (name: string, inner: string) =>
    `${declaration}<w:${name} xmlns:w="${W[kind]}" xmlns:r="${R[kind]}" ` +
    `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
    `xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
    `xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${inner}</w:${name}>`
  const relationships = (list: string) =>
    `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships` +
    `">${list}</Relationships>`
  const given = Object.entries(parts).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    {
      name: '_rels/.rels',
      data: relationships(`<Relationship Id="r1" Type="${R[kind]}/officeDocument" Target="word/document.xml"/>`),
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: relationships(
        [
          ...given.map(([name]) => `<Relationship Id="p-${name}" Type="${R[kind]}/${name}" Target="${name}.xml"/>`),
          ...Object.entries(links).map(
            ([id, target]) =>
              `<Relationship Id="${id}" Type="${R[kind]}/hyperlink" Target="${target}" TargetMode="External"/>`,
          ),
          ...Object.entries(pictures).map(
            ([id, target]) => `<Relationship Id="${id}" Type="${R[kind]}/image" Target="${target}"/>`,
          ),
        ].join(''),
      ),
    },
    { name: 'word/document.xml', data: whole('document', `<w:body>${body}</w:body>`) },
    ...given.map(([name, inner]) => ({ name: `word/${name}.xml`, data: whole(name, inner) })),
    ...(core === undefined
      ? []
      : [
          {
            name: 'docProps/core.xml',
            data:
              `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metada` +
              `ta/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
          },
        ]),
    ...more,
  ])
}

export const run = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
export const paragraph = (inner: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner.startsWith('<') ? inner : run(inner)}</w:p>`
export const styled = (style: string, words: string): string => paragraph(words, `<w:pStyle w:val="${style}"/>`)
