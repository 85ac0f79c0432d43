import { acceptedCopy } from '../../builders/copy/acceptedCopy'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph, run, styled, type DocxParts } from '../../builders/files/docxOf'
import { zipOf } from '../../builders/files/zipOf'
import { haveSchemas, readShared, withSchemas } from '../sharedFolder'

const first = async (bytes: Uint8Array, name = 'story.docx') => {
  const [story] = (await importFile(name, bytes)).stories
  if (!story) throw new Error('no story')
  return {
    copy: story.blocks.map(({ role, level, list, text }) => `${list ?? role}${level ?? ''}: ${text}`),
    fields: story.fields,
    language: story.language,
    marks: story.blocks.flatMap(({ text, spans }) =>
      spans.map((span) => [text.slice(span.from, span.to), span.mark, ...('href' in span ? [span.href] : [])]),
    ),
    lost: story.losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
  }
}
const read = (body: string, parts?: DocxParts) => first(docxOf(body, parts))

const STYLES = [
  '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>',
  '<w:style w:styleId="Untertitel"><w:name w:val="Subtitle"/></w:style>',
  '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>',
  '<w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="berschrift2"/></w:style>',
  '<w:style w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>',
  '<w:style w:styleId="Fett" w:type="character"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>',
  '<w:style w:styleId="Byline"><w:name w:val="Byline"/></w:style>',
  '<w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>',
  '<w:style w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/>' +
    '</w:numPr></w:pPr></w:style>',
].join('')
const NUMBERING =
  '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum><w:num w:numId="1">' +
  '<w:abstractNumId w:val="7"/></w:num>'
const item = (words: string, level: number) =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`)

describe('Word documents', () => {
  test('keep the structure of styles and lists, in every language of Word', async () => {
    expect(
      await read(
        [
          styled('Titel', 'Talks end'),
          styled('Untertitel', 'Leaders left'),
          styled('Byline', 'By Kim Ji-woo'),
          paragraph('The first of the grafs.'),
          styled('berschrift1', 'Trade'),
          styled('Mine', 'Soy'),
          item('a', 0),
          item('b', 1),
          styled('Liste', 'c'),
          styled('Zitat', 'No deal.'),
          styled('Ring', 'The last of the grafs.'),
        ].join(''),
        { styles: STYLES, numbering: NUMBERING },
      ),
    ).toEqual({
      copy: [
        'headline: Talks end',
        'deck: Leaders left',
        'paragraph: The first of the grafs.',
        'subhead2: Trade',
        'subhead3: Soy',
        'bullet1: a',
        'ordered2: b',
        'bullet1: c',
        'quote: No deal.',
        'paragraph: The last of the grafs.',
      ],
      fields: { byline: [{ name: 'Kim Ji-woo' }] },
      language: 'en',
      marks: [],
      lost: ['numbers of lists and headings 1: 1 (a)'],
    })
  })

  test('list numbers that the sheet does not keep: continued, lettered, of headings and of cells', async () => {
    const level = (format: string, text: string, at = 0) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const list = (id: number, ...levels: readonly string[]) =>
      `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
    const of = (id: number, abstract: number, more = '') =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    const numbering =
      list(1, level('decimal', '%1.'), level('decimal', '%1.%2', 1)) +
      list(2, level('upperRoman', '%1)')) +
      of(1, 1) +
      of(2, 2) +
      of(3, 1, again)
    const numbered = (words: string, id: number, at = 0) =>
      paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)
    const lostOf = async (body: string) =>
      (await read(paragraph('The first of the grafs.') + body, { styles: STYLES, numbering })).lost
    const [one, two] = [numbered('a', 1), numbered('b', 1)]
    const graf = paragraph('A graf between.')
    expect([
      await lostOf(one + two + graf + numbered('c', 3) + numbered('d', 3)),
      await lostOf(one + numbered('', 1) + numbered('c', 1)),
      await lostOf(one + two + graf + numbered('c', 1) + numbered('d', 1)),
      await lostOf(numbered('a', 2) + numbered('b', 2)),
      await lostOf(one + numbered('b', 1, 1) + two),
      await lostOf(
        styled('berschrift2', 'Head').replace('</w:pPr>', '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      ),
      await lostOf(`<w:tbl>${`<w:tr><w:tc>${numbered('', 1)}</w:tc><w:tc>${graf}</w:tc></w:tr>`.repeat(2)}</w:tbl>`),
    ]).toEqual([
      [],
      ['numbers of lists and headings 1: 3'],
      ['numbers of lists and headings 1: 3'],
      ['numbers of lists and headings 1: 1 (I)'],
      ['numbers of lists and headings 1: 1 (%1.%2)'],
      ['numbers of lists and headings 1: 1'],
      ['numbers of lists and headings 2: 1'],
    ])
  })

  test('a style called like a property of every object names no part', async () => {
    const styles =
      `${STYLES}<w:style w:styleId="A"><w:name w:val="constructor"/></w:style><w:style w:styleId="B">` +
      `<w:name w:val="__proto__"/></w:style>`
    expect(
      (await read(styled('berschrift1', 'Talks') + styled('A', 'They ended.') + styled('B', 'All left.'), { styles }))
        .copy,
    ).toEqual(['headline: Talks', 'paragraph: They ended.', 'paragraph: All left.'])
  })

  test('keep bold, italic, both kinds of links, breaks and tabs', async () => {
    expect(
      await read(
        styled('berschrift1', 'H') +
          paragraph(
            [
              run('One '),
              run('bold', '<w:b/>'),
              run(' not', '<w:b w:val="0"/>'),
              run(' strong', '<w:rStyle w:val="Fett"/>'),
              run(' slanted', '<w:i/>'),
              `<w:hyperlink r:id="l1">${run(' link', '<w:u w:val="single"/>')}</w:hyperlink>`,
              '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>' +
                '<w:instrText> HYPERLINK "https://example.org/b" </w:instrText></w:r><w:r>' +
                '<w:fldChar w:fldCharType="separate"/></w:r>',
              run(' field'),
              '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
              '<w:r><w:br/><w:t>next</w:t><w:tab/><w:t>end</w:t></w:r>',
            ].join(''),
          ),
        { styles: STYLES, links: { l1: 'https://example.org/a' } },
      ),
    ).toEqual({
      copy: ['headline: H', 'paragraph: One bold not strong slanted link field\nnext\tend'],
      fields: {},
      language: 'en',
      lost: [],
      marks: [
        ['bold', 'bold'],
        [' strong', 'bold'],
        [' slanted', 'italic'],
        [' link', 'link', 'https://example.org/a'],
        [' field', 'link', 'https://example.org/b'],
      ],
    })
  })

  test('read tracked changes as suggestions of their authors, and the copy without them', async () => {
    const {
      stories: [story],
    } = await importFile(
      'a.docx',
      docxOf(
        [
          styled('berschrift1', 'H'),
          paragraph(
            `<w:del w:author="Desk" w:date="2026-10-30T09:00:00Z">` +
              `${'<w:r><w:delText>Forty-one</w:delText></w:r>'}</w:del>` +
              `<w:ins w:author="Desk" w:date="2026-10-30T09:00:00Z">${run('Fourteen')}</w:ins>` +
              `${run(' vessels.')}`,
          ),
          paragraph(run('were'), '<w:rPr><w:del w:author="Lee"/></w:rPr>'),
          paragraph(run(' waiting.')),
          paragraph(
            `<w:moveFrom w:author="Lee">${run('gone')}</w:moveFrom><w:moveTo w:author="Lee">${run('come')}</w:moveTo>`,
          ),
        ].join(''),
        { styles: STYLES },
      ),
    )
    expect({
      copy: story?.blocks.map(({ text }) => text),
      accepted: acceptedCopy(story?.review?.marked ?? []).map(({ text }) => text),
      suggestions: story?.review?.suggestions,
      losses: story?.losses,
    }).toEqual({
      copy: ['H', 'Forty-one vessels.', 'were', 'waiting.', 'gone'],
      accepted: ['H', 'Fourteen vessels.', 'werewaiting.', 'come'],
      losses: [],
      suggestions: [
        { id: 's1', by: 'Desk', at: '2026-10-30T09:00:00Z' },
        { id: 's2', by: 'Lee', at: '' },
        { id: 's3', by: 'Lee', at: '' },
      ],
    })
  })

  test('a proposed paragraph does not change the kind of the next one', async () => {
    const {
      stories: [story],
    } = await importFile(
      'a.docx',
      docxOf(
        [
          styled('berschrift1', 'H'),
          paragraph(`<w:ins w:author="Lee">${run('New.')}</w:ins>`, '<w:rPr><w:ins w:author="Lee"/></w:rPr>'),
          `<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>${run('Said.')}</w:p>`,
        ].join(''),
        { styles: `${STYLES}<w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style>` },
      ),
    )
    expect([
      story?.blocks.map(({ role, text }) => [role, text]),
      acceptedCopy(story?.review?.marked ?? []).map(({ role, text }) => [role, text]),
    ]).toEqual([
      [
        ['headline', 'H'],
        ['quote', 'Said.'],
      ],
      [
        ['headline', 'H'],
        ['paragraph', 'New.'],
        ['quote', 'Said.'],
      ],
    ])
  })

  test('a paragraph with a proposed end continues after desk notes and printed corrections', async () => {
    const styles =
      `${STYLES}<w:style w:styleId="Note"><w:name w:val="Desk Note"/></w:style>` +
      `<w:style w:styleId="Correction"><w:name w:val="Published Correction"/></w:style>`
    const open = paragraph(run('They ended.'), '<w:rPr><w:ins w:author="Desk"/></w:rPr>')
    for (const style of ['Note', 'Correction']) {
      expect((await read(styled('berschrift1', 'H') + open + styled(style, 'Not copy.'), { styles })).copy).toEqual([
        'headline: H',
        'paragraph: They ended.',
      ])
      const {
        stories: [story],
      } = await importFile(
        'a.docx',
        docxOf(styled('berschrift1', 'H') + open + styled(style, 'Not copy.') + paragraph('All left.'), { styles }),
      )
      expect(acceptedCopy(story?.review?.marked ?? []).map(({ text }) => text)).toEqual([
        'H',
        'They ended.',
        'All left.',
      ])
    }
  })

  test('list footnotes, pictures, tables, hidden text and formatting, and keep visible text', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`
    expect(
      await read(
        [
          styled('berschrift1', 'H'),
          paragraph(
            `${run('One')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('hid', '<w:vanish/>')}` +
              `${run('U.', '<w:u w:val="single"/><w:color w:val="FF0000"/>')}<w:r><w:drawing>` +
              `<wp:docPr descr="Two leaders"/></w:drawing></w:r>`,
          ),
          `<w:tbl><w:tr>${cell('Port')}${cell('Farms')}</w:tr><w:tr>${cell('Wando')}${cell('412')}</w:tr></w:tbl>`,
          paragraph(
            `${run('Box: ')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` +
              `${paragraph('in a box')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>` +
              `<v:textbox><w:txbxContent>${paragraph('in a box')}</w:txbxContent></v:textbox></w:pict>` +
              `</mc:Fallback></mc:AlternateContent></w:r>`,
          ),
        ].join(''),
        {
          styles: STYLES,
          footnotes: `<w:footnote w:id="2">${paragraph('The note.')}</w:footnote>`,
          comments: `<w:comment w:id="0" w:author="Lee">${paragraph('Sure?')}${paragraph('Really?')}</w:comment>`,
          core:
            '<dc:title>H</dc:title><dc:creator>Kim</dc:creator><cp:keywords>port, crane</cp:keywords>' +
            '<dc:language>en-GB</dc:language>',
        },
      ),
    ).toEqual({
      copy: [
        'headline: H',
        'paragraph: One[1]U.',
        'cell: Port',
        'cell: Farms',
        'cell: Wando',
        'cell: 412',
        'paragraph: Box:',
        'paragraph: in a box',
        'paragraph: [1] The note.',
      ],
      fields: { keywords: ['port', 'crane'] },
      language: 'en-GB',
      marks: [],
      lost: [
        'footnote marks (kept as “[1]” in the text) 1: [1]',
        'hidden text 1: hid',
        'underlining 1: U.',
        'fonts, colours and alignment 1: U.',
        'pictures 1: Two leaders',
        'text boxes 1: in a box',
        'footnotes (kept as paragraphs) 1: The note.',
        'document properties 1: creator: Kim',
      ],
    })
  })

  test('keep pictures with their captions and alternative texts', async () => {
    const PNG = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const drawing = (id: string, words: string) =>
      `<w:r><w:drawing><wp:docPr name="Picture" descr="${words}"/><a:blip r:embed="${id}"/></w:drawing></w:r>`
    const {
      stories: [story],
    } = await importFile(
      'a.docx',
      docxOf(
        styled('berschrift1', 'H') +
          paragraph(`${run('Words.')}${drawing('i1', 'Two leaders')}`) +
          styled('Caption', 'They left.') +
          paragraph(drawing('i2', 'A drawing')) +
          styled('Caption', 'The crane.') +
          styled('Caption', 'Table 1'),
        {
          styles: `${STYLES}<w:style w:styleId="Caption"><w:name w:val="caption"/></w:style>`,
          pictures: { i1: 'media/a.png', i2: 'media/b.emf' },
          more: [
            { name: 'word/media/a.png', data: PNG },
            { name: 'word/media/b.emf', data: 'emf' },
          ],
        },
      ),
    )
    expect([
      story?.blocks.map(({ role, text, picture }) => [role, text, picture?.alt]),
      [...(story?.pictures?.values() ?? [])].map((bytes) => Buffer.from(bytes).equals(PNG)),
      story?.losses,
    ]).toEqual([
      [
        ['headline', 'H', undefined],
        ['paragraph', 'Words.', undefined],
        ['cutline', 'They left.', 'Two leaders'],
        ['cutline', 'The crane.', 'A drawing'],
        ['paragraph', 'Table 1', undefined],
      ],
      [true],
      [{ what: 'pictures', count: 1, example: 'A drawing word/media/b.emf' }],
    ])
  })

  test('keep all pictures of a group, with the caption in its text box', async () => {
    const PNG = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const pic = (id: string, words: string) =>
      `<pic:pic><pic:nvPicPr><pic:cNvPr name="Picture" descr="${words}"/></pic:nvPicPr><pic:blipFill>` +
      `<a:blip r:embed="${id}"/></pic:blipFill></pic:pic>`
    const box = `<wps:wsp><wps:txbx><w:txbxContent>${styled('Caption', 'They left.')}</w:txbxContent></wps:txbx></wps:wsp>`
    const group = (inside: string) =>
      paragraph(
        `<w:r><w:drawing><wp:docPr name="Group" descr="A group"/><wpg:wgp>${inside}</wpg:wgp></w:drawing></w:r>`,
      )
    const {
      stories: [story],
    } = await importFile(
      'a.docx',
      docxOf(
        styled('berschrift1', 'H') +
          paragraph('Words.') +
          group(pic('i1', 'One') + pic('i2', 'Two') + box) +
          group(pic('i1', '') + box) +
          group(pic('gone', 'Three') + box),
        {
          styles: `${STYLES}<w:style w:styleId="Caption"><w:name w:val="caption"/></w:style>`,
          pictures: { i1: 'media/a.png', i2: 'media/b.png' },
          more: [
            { name: 'word/media/a.png', data: PNG },
            { name: 'word/media/b.png', data: PNG },
          ],
        },
      ),
    )
    expect([
      story?.blocks.map(({ role, text, picture }) => [role, text, picture?.alt]),
      story?.losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
    ]).toEqual([
      [
        ['headline', 'H', undefined],
        ['paragraph', 'Words.', undefined],
        ['cutline', '', 'One'],
        ['cutline', 'They left.', 'Two'],
        ['cutline', 'They left.', 'A group'],
        ['cutline', 'They left.', 'Three'],
      ],
      ['text boxes 3: They left.', 'pictures 1: Three'],
    ])
  })

  test('keep each cell under its own header where cells were merged', async () => {
    const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`
    const { copy } = await read(
      `<w:tbl><w:tr>${cell('Year')}${cell('Visits')}${cell('Cost')}</w:tr>` +
        `<w:tr>${cell('Sum', '<w:gridSpan w:val="2"/>')}${cell('12')}</w:tr></w:tbl>`,
    )
    expect(copy).toEqual(['Year', 'Visits', 'Cost', 'Sum', '', '12'].map((words) => `cell: ${words}`))
  })

  test('keep rows and cells in content controls of any depth', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(words)}</w:tc>`
    const control = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    const { copy, lost } = await read(
      `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr>` +
        control(
          control(`<w:tr>${cell('c')}${control(control(cell('d')))}</w:tr>`) +
            control(`<w:customXml><w:tr>${cell('e')}${cell('f')}</w:tr></w:customXml>`),
        ) +
        '</w:tbl>',
    )
    expect([copy, lost]).toEqual([['a', 'b', 'c', 'd', 'e', 'f'].map((words) => `cell: ${words}`), []])
  })

  test('are read in strict Office Open XML and under a wrong name', async () => {
    const { note, stories } = await importFile(
      'story.txt',
      docxOf(styled('berschrift1', 'Talks') + paragraph('They ended.'), { styles: STYLES, strict: true }),
    )
    expect([note, stories[0]?.blocks.map(({ text }) => text)]).toEqual([
      'story.txt has the extension .txt (plain text), but it is a Word document and was read as that.',
      ['Talks', 'They ended.'],
    ])
  })

  test.each([
    [
      'a spreadsheet',
      zipOf([{ name: 'xl/workbook.xml', data: '<x/>' }]),
      'it is a spreadsheet, which Stet does not read',
    ],
    [
      'an OpenDocument text',
      zipOf([
        { name: 'mimetype', data: 'm' },
        { name: 'content.xml', data: '<x/>' },
      ]),
      'it is an OpenDocument text, which Stet does not read',
    ],
    ['an empty document', docxOf(''), 'it contains no text'],
    ['a cut-off archive', docxOf(paragraph('x')).slice(0, 400), 'it is a damaged archive'],
  ])('are refused by name: %s', async (_, bytes, message) => {
    await expect(importFile('a.docx', bytes)).rejects.toThrow(`a.docx was not imported: ${message}`)
  })
})

describe.skipIf(!haveSchemas)(withSchemas('documents of the docx library'), () => {
  test('give their copy, and list comments and changes', async () => {
    expect(await first(readShared('samples/reference-story/docx-npm-9.15.2-comments-tracked.docx'))).toMatchObject({
      copy: [
        'headline: Busan port crane operators walk out',
        'paragraph: Crane operators stopped work on Monday.[1]',
        'paragraph: Forty-one vessels were waiting.',
        expect.stringMatching(/^paragraph: \[1\] /),
      ],
    })
    const {
      stories: [story],
    } = await importFile('a.docx', readShared('samples/reference-story/docx-npm-9.15.2-comments-tracked.docx'))
    expect(story?.review?.suggestions.map(({ by }) => by)).toEqual(['Desk'])
    expect(acceptedCopy(story?.review?.marked ?? [])[2]?.text).toBe('Fourteen vessels were waiting.')
    expect(story?.review?.comments.map(({ by, text, replies }) => [by, text, replies])).toEqual([
      ['Lee Seo-yeon', 'FACT: checked with port authority log. 확인함\nSecond paragraph of the comment.', []],
      ['Desk', 'Reply', []],
    ])
  })
})
