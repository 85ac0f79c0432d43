import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { importHtml } from '../../../src/exchange/import/html/importHtml'
import { WRITERS } from '../../../src/exchange/export/writers'
import type { Block } from '../../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { inputFor, withBlocks } from '../busanStory'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (html: string) => importHtml(utf8(html), 'page.html')
const line = ({ role, level, list, text }: Block): string => `${list ?? role}${level ?? ''}: ${text}`
const shape = (html: string) => read(html).blocks.map(line)
const marks = (html: string) =>
  read(html).blocks.flatMap((block) =>
    block.spans.map((span) => [
      block.text.slice(span.from, span.to),
      span.mark,
      ...('href' in span ? [span.href] : []),
    ]),
  )
const lost = (html: string) => read(html).losses.map(({ what, count, example }) => `${what} ${count}: ${example}`)

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('HTML', () => {
  test('keeps headings, grafs, lists, quotes, breaks, links, bold and italic', () => {
    const page =
      `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks end</title></head>` +
      `<body>\n` +
      `      <h1>Talks <em>end</em></h1>` +
      `<p>One <b>bold</b> and <i>slanted</i>   <a href="https://example.org/x">link</a>.<br>Next</p>\n` +
      `      <h2>Trade</h2><h3>Soy</h3><ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>` +
      `<blockquote><p>q1</p><p>q2</p></blockquote></body></html>`
    expect(read(page)).toEqual({
      blocks: [
        { role: 'headline', text: 'Talks end', spans: [{ from: 6, to: 9, mark: 'italic' }] },
        {
          role: 'paragraph',
          text: 'One bold and slanted link.\nNext',
          spans: [
            { from: 4, to: 8, mark: 'bold' },
            { from: 13, to: 20, mark: 'italic' },
            { from: 21, to: 25, mark: 'link', href: 'https://example.org/x' },
          ],
        },
        { role: 'subhead', level: 2, text: 'Trade', spans: [] },
        { role: 'subhead', level: 3, text: 'Soy', spans: [] },
        { role: 'listItem', level: 1, list: 'bullet', text: 'a', spans: [] },
        { role: 'listItem', level: 1, list: 'bullet', text: 'b', spans: [] },
        { role: 'listItem', level: 2, list: 'ordered', text: 'c', spans: [] },
        { role: 'quote', text: 'q1', spans: [] },
        { role: 'quote', text: 'q2', spans: [] },
      ],
      losses: [],
      language: 'en-GB',
      fields: {},
    })
  })

  test('begins a graf where a style does, and keeps the lines of a heading apart in one', () => {
    const block = (text: string, style = 'display: block') => `<span style="${style}">${text}</span>`
    expect(
      shape(`<h1>${block('Talks end')}${block('in Busan')}</h1><p>${block('One')}${block('Two')} three</p>`),
    ).toEqual(['headline: Talks end in Busan', 'paragraph: One', 'paragraph: Two', 'paragraph: three'])
    expect(shape(`<h1>Head</h1><p>A${block('b', 'display: inline-block')}${block('c', 'display:inline')}</p>`)).toEqual(
      ['headline: Head', 'paragraph: Abc'],
    )
  })

  test('reads the article of a page, and lists the text around it', () => {
    const page =
      `<html><head><title>Talks end early | The Daily</title><meta name="author" content="Kim Ji-woo">` +
      `<meta property="og:image" content="https://example.org/a.jpg">\n` +
      `      <script>track()</script><style>p{}</style></head><body><nav><a href="/">Home</a></nav>` +
      `<header><p>The Daily</p></header>\n` +
      `      <main><article><p class="kicker">Politics</p><h1>Talks end early</h1>` +
      `<p class="standfirst">Leaders left Busan</p>` +
      `<div class="article-byline">By <a href="/kim">Kim Ji-woo</a></div>\n` +
      `      <p>The talks ended at noon.</p><figure>` +
      `<img src="https://example.org/b.jpg" alt="Two leaders">` +
      `<figcaption>They left separately.</figcaption></figure>\n` +
      `      <aside><p>More to read.</p></aside></article></main><footer><p>Imprint</p></footer></body>` +
      `</html>`
    const { fields, losses, blocks } = read(page)
    expect({ fields, losses, blocks: blocks.map(line) }).toEqual({
      fields: { byline: [{ name: 'Kim Ji-woo' }] },
      blocks: [
        'headline: Talks end early',
        'deck: Leaders left Busan',
        'paragraph: Politics',
        'paragraph: The talks ended at noon.',
        'cutline: They left separately.',
        'paragraph: More to read.',
      ],
      losses: [
        { what: 'navigation', count: 1, example: 'Home' },
        { what: 'words outside the article', count: 2, example: 'The Daily' },
        { what: 'pictures', count: 1, example: 'Two leaders https://example.org/b.jpg' },
        { what: 'data about the page', count: 1, example: 'og:image: https://example.org/a.jpg' },
      ],
    })
  })

  test('takes each printed correction that the data of the page names out of the copy', () => {
    const page =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"H","correction":[{"text":"It was two."},' +
      '{"text":"It was Busan."}]}</script><article><h1>H</h1><p>Words.</p>' +
      '<p class="correction">Correction: It was two.</p>' +
      '<p class="correction">Correction: It was Busan.</p></article>'
    expect([shape(page), lost(page).filter((line) => line.startsWith('the printed correction'))]).toEqual([
      ['headline: H', 'paragraph: Words.'],
      ['the printed correction 2: Correction: It was two.'],
    ])
  })

  test('keeps subheads in place, whatever their class, and finds a deck only above the first graf', () => {
    const page = (above: string, below: string) =>
      `<article><h1>Talks end</h1>${above}<p>5 min read</p><p>The talks ended at noon.</p>${below}` +
      `<p>All left.</p></article>`
    expect(shape(page('', '<h2 class="subhead">Trade</h2>'))).toEqual([
      'headline: Talks end',
      'paragraph: 5 min read',
      'paragraph: The talks ended at noon.',
      'subhead2: Trade',
      'paragraph: All left.',
    ])
    expect(
      shape(page('<h2 class="article__sub-head">Trade</h2>', '<p class="standfirst">Leaders left Busan</p>')),
    ).toEqual([
      'headline: Talks end',
      'subhead2: Trade',
      'paragraph: 5 min read',
      'paragraph: The talks ended at noon.',
      'paragraph: Leaders left Busan',
      'paragraph: All left.',
    ])
    expect(shape(page('<h2 class="subheadline">Leaders left</h2>', ''))[1]).toBe('deck: Leaders left')
    for (const line of [
      '<div class="meta"><p>Published Monday at 4 p.m. by our reporters.</p></div>',
      '<p class="series">This is part of a series.</p>',
    ])
      expect(shape(page(`${line}<p class="standfirst">Leaders left Busan.</p>`, ''))[1]).toBe(
        'deck: Leaders left Busan.',
      )
    expect(
      shape(
        page('<p>Talk of the day.</p>', '').replace(
          '<h1>Talks end</h1><p>Talk of the day.</p>',
          '<header><p>Talk of the day.</p><h1>Talks end</h1><p>Busan, at noon.</p></header>' +
            '<p class="subhead">Leaders left</p>',
        ),
      )[1],
    ).toBe('deck: Leaders left')
  })

  test('reads the names of all bylines, each once', () => {
    const page =
      '<article><h1>Talks end</h1><p class="byline">By Kim Ji-woo</p><div class="byline">' +
      '<p>By <span class="byline-name">Lee Seo-yeon</span></p></div><p>The talks ended.</p>' +
      '<p class="byline">By Kim Ji-woo and Ida Park</p></article>'
    expect([read(page).fields?.byline, shape(page)]).toEqual([
      [{ name: 'Kim Ji-woo' }, { name: 'Lee Seo-yeon' }, { name: 'Ida Park' }],
      ['headline: Talks end', 'paragraph: The talks ended.'],
    ])
  })

  test('ignores bylines of other stories on the page', () => {
    const page =
      '<article><h1>Talks end</h1><p class="byline">By Kim Ji-woo</p><p>The talks ended.</p>' +
      '<div class="related"><span class="byline">Ann Park</span></div><aside>' +
      '<p class="byline">By Lee Seo-yeon</p></aside></article>'
    expect(read(page).fields?.byline).toEqual([{ name: 'Kim Ji-woo' }])
  })

  test('lists formatting that the sheet does not have, and keeps the text', () => {
    const html =
      '<p>H<sub>2</sub>O <u>under</u> <s>gone</s> <font color=red>red</font> <code>x</code> <a ' +
      'href="/y">in</a> <a href="javascript:z()">bad</a></p><dl><dt>Term</dt><dd>Said</dd></dl><hr>' +
      '<p style="display:none">hid</p><iframe src="https://e.org/v"></iframe><form><input value="v">' +
      '<button>Go</button></form>'
    expect(shape(html)).toEqual(['headline: H₂O under gone red x in bad', 'deck: Term', 'paragraph: Said'])
    expect(marks(html)).toEqual([])
    expect(lost(html)).toEqual([
      'underlining 1: under',
      'strikethrough 1: gone',
      'fonts, colours and alignment 1: red',
      'inline code 1: x',
      'links within the page or site 1: in (/y)',
      'links that may not be followed 1: bad (javascript:z())',
      'definition lists 2: Term',
      'horizontal rules 1: ---',
      'hidden text 1: hid',
      'embedded pages and players 1: https://e.org/v',
      'buttons and form fields 2: v',
    ])
  })

  test('leaves out what a page hides in a table, and says so', () => {
    const secret = '<td style="display:none">Kim Informant</td>'
    const html =
      '<h1>H</h1><table><caption style="display:none">By Kim</caption>' +
      '<tr><th>Name</th><th hidden>Secret</th><th>Tons</th></tr>' +
      `<tr><td>Aurora</td>${secret}<td>1,400</td></tr>` +
      '<tr style="visibility: collapse"><td>Ghost</td><td></td><td>9</td></tr>' +
      '<tbody hidden><tr><td>Borealis</td><td></td><td>8</td></tr></tbody></table>'
    expect(shape(html)).toEqual(['headline: H', 'cell: Name', 'cell: Tons', 'cell: Aurora', 'cell: 1,400'])
    expect(lost(html)).toEqual(['hidden text 5: Secret'])
  })

  test('takes tracked changes as accepted, and lists the deleted words', () => {
    const html = '<h1>H</h1><p>Rose by <del>10</del><ins>20</ins> percent, <s>they say</s></p>'
    expect(shape(html)).toEqual(['headline: H', 'paragraph: Rose by 20 percent, they say'])
    expect(lost(html)).toEqual([
      'words deleted with changes tracked 1: 10',
      'underlining 1: 20',
      'strikethrough 1: they say',
    ])
  })

  test('reads tables of data as tables, and layout tables as copy', () => {
    expect(
      shape('<h1>H</h1><table><tr><th>Port</th><th>Farms</th></tr><tr><td>Wando</td><td><b>412</b></td></tr></table>'),
    ).toEqual(['headline: H', 'cell: Port', 'cell: Farms', 'cell: Wando', 'cell: 412'])
    expect(
      read('<h1>H</h1><table><tr><th>Port</th><th>Farms</th></tr><tr><td>Wando</td></tr></table>').blocks.map(
        ({ cell }) => cell,
      ),
    ).toEqual([
      undefined,
      { row: 0, column: 0, header: true },
      { row: 0, column: 1, header: true },
      { row: 1, column: 0 },
      { row: 1, column: 1 },
    ])
    expect(shape('<h1>H</h1><table><tr><td><p>One.</p><p>Two.</p></td><td>Menu</td></tr></table>')).toEqual([
      'headline: H',
      'paragraph: One.',
      'paragraph: Two.',
      'paragraph: Menu',
    ])
  })

  test('keeps each cell under its own header where cells were merged', () => {
    expect(
      shape(
        '<h1>H</h1><table><tr><th>Year</th><th>Visits</th><th>Cost</th></tr>' +
          '<tr><td colspan="2">Sum</td><td>12</td></tr><tr><td rowspan="2">2025</td><td>3</td><td>4</td></tr>' +
          '<tr><td>5</td><td>6</td></tr></table>',
      ).slice(4),
    ).toEqual(['Sum', '', '12', '2025', '3', '4', '', '5', '6'].map((words) => `cell: ${words}`))
  })

  test('places the pictures of a table after it with their captions, and lists them', () => {
    const figure =
      `<figure><img src="data:image/png;base64,${PNG}" alt="Two leaders">` +
      `<figcaption>They left <span class="credit">Ida</span></figcaption></figure>`
    const page =
      `<h1>H</h1><table><tr><td>${figure}</td><td>Busan</td></tr><tr><td>` +
      `<img src="data:image/png;base64,${PNG}" alt="A crane"></td><td>412</td></tr></table>` +
      `<p>After.</p>`
    const pictures = (html: string) =>
      read(html).blocks.map(({ role, text, picture }) =>
        picture ? [role, text, picture.alt, picture.credit] : [role, text],
      )
    expect(pictures(page)).toEqual([
      ['headline', 'H'],
      ['cell', ''],
      ['cell', 'Busan'],
      ['cell', ''],
      ['cell', '412'],
      ['cutline', 'They left', 'Two leaders', 'Ida'],
      ['cutline', '', 'A crane', ''],
      ['paragraph', 'After.'],
    ])
    expect(lost(page)).toEqual(['pictures inside tables (placed after the table) 2: Two leaders'])
    expect(pictures(page.replaceAll(/>(?:Busan|412)</g, '><'))).toEqual([
      ['headline', 'H'],
      ['cutline', 'They left', 'Two leaders', 'Ida'],
      ['cutline', '', 'A crane', ''],
      ['paragraph', 'After.'],
    ])
  })

  test('keeps pictures inside the page with their captions, and lists those elsewhere', () => {
    const { blocks, pictures, losses } = read(
      `<h1>H</h1><p>Before <img src="data:image/png;base64,${PNG}" alt="Dot"> after.</p><figure>` +
        `<img src="data:image/png;base64,${PNG}" alt="Two"><figcaption>They <i>left</i>.</figcaption>` +
        `</figure><p>x<img src="https://example.org/a.jpg" alt="Far"></p>` +
        `<img src="data:image/svg+xml;base64,${PNG.slice(0, 8)}" alt="Drawn">`,
    )
    expect([
      blocks.map((block) => [block.role, block.text, block.picture?.alt, block.picture?.mediaType]),
      [...(pictures?.keys() ?? [])].length,
      losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
    ]).toEqual([
      [
        ['headline', 'H', undefined, undefined],
        ['paragraph', 'Before after.', undefined, undefined],
        ['cutline', '', 'Dot', 'image/png'],
        ['cutline', 'They left.', 'Two', 'image/png'],
        ['paragraph', 'x', undefined, undefined],
      ],
      1,
      ['pictures 2: Far https://example.org/a.jpg'],
    ])
  })

  test('keeps the caption of a picture that is elsewhere as a cutline, with its alternative text and credit', () => {
    const page =
      '<h1>H</h1><p>Words.</p><figure><picture><source srcset="b.jpg"><img src="https://example.org/a.jpg" alt="Two">' +
      '</picture><figcaption>They left. <span class="credit">(Kim)</span></figcaption></figure><figure>' +
      `<img src="data:image/png;base64,${PNG}" alt="Dot"><img src="c.jpg" alt="Far"><figcaption>Both.</figcaption>` +
      '</figure><figure><div><iframe src="https://example.org/v"></iframe></div><figcaption>A film.</figcaption>' +
      '</figure><figure><img src="d.jpg" alt="Alone"></figure><figure><blockquote>“No.”</blockquote>' +
      '<figcaption>Kim</figcaption></figure>'
    const { blocks } = read(page)
    expect([
      blocks.map(({ role, text, picture }) => [
        role,
        text,
        ...(picture ? [picture.alt, picture.credit, picture.mediaType] : []),
      ]),
      lost(page),
    ]).toEqual([
      [
        ['headline', 'H'],
        ['paragraph', 'Words.'],
        ['cutline', 'They left.', 'Two', 'Kim', ''],
        ['cutline', 'Both.', 'Dot', '', 'image/png'],
        ['cutline', 'A film.', '', '', ''],
        ['quote', '“No.”'],
        ['paragraph', 'Kim'],
      ],
      ['pictures 3: Two https://example.org/a.jpg', 'embedded pages and players 1: https://example.org/v'],
    ])
  })

  test('moves a marked credit from the cutline to its field', () => {
    const { blocks } = read(
      `<h1>H</h1><figure><img src="data:image/png;base64,${PNG}" alt="">` +
        `<figcaption>They <i>left</i>. <span class="photo-credit">(Kim / Agency)</span></figcaption>` +
        `</figure><figure><img src="data:image/png;base64,${PNG}" alt="">` +
        `<figcaption itemprop="credit">(Pool)</figcaption></figure><figure><figcaption>Gone.</figcaption>` +
        `</figure>`,
    )
    expect(
      blocks.map(({ role, text, picture }) => [role, text, picture?.credit, (picture?.file ?? '') !== '']),
    ).toEqual([
      ['headline', 'H', undefined, false],
      ['cutline', 'They left.', 'Kim / Agency', true],
      ['cutline', '', '(Pool)', true],
      ['cutline', 'Gone.', '', false],
    ])
  })

  test('reads the paragraph styles of office programs', () => {
    expect(
      shape(
        '<h1>H</h1><p class="western block-text">We agreed.</p><p class=MsoQuote>We <i>left</i>.</p>' +
          '<p class="quoted">Words.</p>',
      ),
    ).toEqual(['headline: H', 'quote: We agreed.', 'quote: We left.', 'paragraph: Words.'])
  })

  test('adds the quotation marks of q, and drops invisible characters', () => {
    expect(shape('<h1>H</h1><p><q>He said <q>no</q> to us</q>, and <q>“No” was all</q>.</p>').slice(1)).toEqual([
      'paragraph: “He said ‘no’ to us”, and ““No” was all”.',
    ])
    expect(shape('<h1>H</h1><p>He said <q>no\u200b\u00ad deal</q>.</p>')).toEqual([
      'headline: H',
      'paragraph: He said “no deal”.',
    ])
    expect(lost('<h1>H</h1><p>no\u200b\u00ad deal</p>')).toEqual(['invisible characters 2: U+200B'])
  })

  test('collapses white space as browsers do', () => {
    expect(
      shape('<h1> A\n headline </h1><p>\n  One <b> two </b> three<br> four </p><pre>a\n  b</pre><p>\u00a0</p>'),
    ).toEqual(['headline: A headline', 'paragraph: One two three\nfour', 'paragraph: a\n  b'])
    expect(marks('<h1>H</h1><p>One <b> two </b> three</p>')).toEqual([['two', 'bold']])
  })

  test.each([
    ['<ol start="3"><li>c</li><li>d</li></ol>', '1: 3'],
    ['<ol><li>a</li><li value="4">d</li><li>e</li></ol>', '1: 4'],
    ['<ol type="a"><li>a</li><li>b</li></ol>', '1: 1 (a)'],
    ['<ol><li>a</li><li type="i">b</li></ol>', '1: 2 (i)'],
    ['<ol style="list-style-type: upper-roman"><li>a</li></ol>', '1: 1 (I)'],
    ['<ol reversed><li>c</li><li>b</li></ol>', '2: 2'],
    ['<ol><li>a</li><li></li><li>c</li></ol>', '1: 3'],
    ['<ol><li>a</li></ol><ol><li>b</li></ol>', '1: 1'],
    [`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">3.</span>c</p>`, '1: 3'],
    [`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">c)</span>c</p>`, '1: c'],
    [`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">(1)&nbsp; </span>a</p>`, '1: (1)'],
    [`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">가.</span>a</p>`, '1: 가'],
    [`<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">①</span>a</p>`, '1: ①'],
  ])('lists numbers of a list that the sheet does not keep: %s', (list, loss) => {
    expect(lost(`<h1>H</h1><p>Words.</p>${list}`)).toEqual([`numbers of lists and headings ${loss}`])
  })

  test.each([
    '<ol start="1" type="1"><li value="1">a<ol><li>b</li></ol></li><li>c<ul><li>d</li></ul></li><li>e</li></ol>',
    '<ol><li>a</li></ol><p>Words.</p><ol><li>b</li></ol>',
    '<ol style="list-style-type: decimal"><li value="1">a</li><li value="2">b</li></ol>',
    '<ul type="disc"><li>a</li></ul>',
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>a</p>',
  ])('lists no numbers that the sheet keeps: %s', (list) => {
    expect(lost(`<h1>H</h1><p>Words.</p>${list}`)).toEqual([])
  })

  test('two grafs of a list item become one item, and text after an inner list another item', () => {
    expect(shape('<h1>H</h1><ul><li><p>a</p><p>b</p><ul><li>c</li></ul><p>d</p></li></ul>')).toEqual([
      'headline: H',
      'bullet1: a\nb',
      'bullet2: c',
      'bullet1: d',
    ])
  })

  test('decodes the declared encoding', () => {
    const page = '<html><head><meta charset="windows-1252"></head><body><h1>Café</h1><p>“Quoted”</p></body></html>'
    const bytes = Uint8Array.from(
      [...page].map((character) => ({ '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0)),
    )
    expect(importHtml(bytes, 'a.html').blocks.map(({ text }) => text)).toEqual(['Café', '“Quoted”'])
    expect(() => importHtml(utf8('<meta charset="klingon"><p>x</p>'), 'a.html')).toThrow(
      'a.html was not imported: it says that its encoding is “klingon”, which Stet does not know.',
    )
  })

  test('a page named as text is read as a page, with a note', async () => {
    expect(await importFile('story.txt', utf8('<!doctype html><h1>Talks</h1><p>They ended.</p>'))).toMatchObject({
      format: 'web page',
      note: 'story.txt has the extension .txt (plain text), but it is a web page and was read as that.',
      stories: [{ blocks: [{ text: 'Talks' }, { text: 'They ended.' }] }],
    })
  })

  test('refuses a page without text', () => {
    expect(() => read('<html><body><script>x</script></body></html>')).toThrow(
      'page.html was not imported: it contains no text.',
    )
  })

  test('our own page round-trips with its parts and fields', () => {
    const fields = {
      ...EMPTY_FIELDS,
      byline: [{ name: 'Kim Ji-woo', role: 'Busan' }, { name: 'Lee Seo-yeon' }],
      dateline: { place: 'Busan', date: 'Oct. 30' },
      subjects: ['medtop:20000530'],
      keywords: ['port', 'crane operators'],
      provider: 'Example Wire',
      copyrightLine: '(c) 2025 Example Wire',
      contributors: 'Editing by Park',
    }
    const plain = (role: Block['role'], text: string, more: Partial<Block> = {}): Block => ({
      role,
      text,
      spans: [],
      ...more,
    })
    const blocks = [
      plain('headline', 'Talks end'),
      plain('deck', 'Leaders left'),
      plain('paragraph', 'One bold link.', {
        spans: [
          { from: 4, to: 8, mark: 'bold' },
          { from: 9, to: 13, mark: 'link', href: 'https://example.org/' },
        ],
      }),
      plain('subhead', 'Trade', { level: 2 }),
      plain('subhead', 'Soy', { level: 3 }),
      plain('listItem', 'a', { level: 1, list: 'bullet' }),
      plain('listItem', 'b', { level: 2, list: 'ordered' }),
      plain('quote', 'No.\nNever.'),
    ]
    const again = importHtml(WRITERS.html.write(inputFor(withBlocks(blocks, fields))).bytes, 'story.html')
    expect(again).toMatchObject({
      blocks,
      language: 'en',
      fields: {
        byline: fields.byline,
        dateline: fields.dateline,
        subjects: fields.subjects,
        keywords: fields.keywords,
        provider: fields.provider,
        copyrightLine: fields.copyrightLine,
        contributors: fields.contributors,
      },
    })
    expect(again.losses.map(({ what }) => what)).toEqual(['data about the page'])
  })
})

test('a role after a name in the byline of a page is no person', () =>
  expect(
    read('<h1>Talks end</h1><p class="byline">Ann Lee, Reuters correspondent</p><p>They met at noon.</p>').fields,
  ).toEqual({ byline: [{ name: 'Ann Lee', role: 'Reuters correspondent' }] }))
