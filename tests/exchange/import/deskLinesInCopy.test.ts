/** Lines for the desk above the first graf become the ed note or the embargo in every format, never copy. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph, styled } from '../../builders/files/docxOf'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const LOSS = 'embargo that is not a time with a zone'

async function read(name: string, file: string | Uint8Array) {
  const { stories } = await importFile(name, typeof file === 'string' ? utf8(file) : file)
  const [story] = stories
  return {
    copy: story?.blocks.map(({ role, text }) => `${role}: ${text}`),
    edNote: story?.fields?.edNote,
    embargo: story?.fields?.embargo,
    losses: story?.losses.map(({ what, example }) => `${what}: ${example}`),
  }
}

const HEAD = 'Ports open again after talks'
const GRAFS = ['Dockworkers went back to work.', 'The union said it was pleased.']
const COPY = [`headline: ${HEAD}`, ...GRAFS.map((graf) => `paragraph: ${graf}`)]
const EMBARGO = 'EMBARGOED UNTIL TUESDAY NOON'
const NOTE = 'Eds: not for readers, call Kim.'
const TAKEN = {
  copy: COPY,
  edNote: `${EMBARGO}\nnot for readers, call Kim.`,
  embargo: undefined,
  losses: [`${LOSS}: ${EMBARGO}`],
}

const lines = (...all: readonly string[]): string => [...all, ...GRAFS].join('\n\n')
const html = (...all: readonly string[]): string => [...all, ...GRAFS.map((graf) => `<p>${graf}</p>`)].join('')
const word = (...all: readonly string[]): Uint8Array =>
  docxOf([...all, ...GRAFS.map((graf) => paragraph(graf))].join(''))

describe('an embargo and a note to editors', () => {
  test.each([
    ['plain text, below the headline', 'a.txt', lines(HEAD, EMBARGO, NOTE)],
    ['plain text, right below the headline', 'a.txt', lines(`${HEAD}\n${EMBARGO}`, NOTE)],
    ['plain text, above and below the headline', 'a.txt', lines(EMBARGO, HEAD, NOTE)],
    ['Markdown, above the headline', 'a.md', lines(`**${EMBARGO}**`, NOTE, `# ${HEAD}`)],
    ['Markdown, below the headline', 'a.md', lines(`# ${HEAD}`, EMBARGO, NOTE)],
    ['HTML, above the headline', 'a.html', html(`<p>${EMBARGO}</p><p>${NOTE}</p><h1>${HEAD}</h1>`)],
    ['HTML, below the headline', 'a.html', html(`<h1>${HEAD}</h1><p class="deck">${EMBARGO}</p><p>${NOTE}</p>`)],
    ['HTML without a heading', 'a.html', html(`<p>${EMBARGO}</p><p>${HEAD}</p><p>${NOTE}</p>`)],
    ['Word, above the headline', 'a.docx', word(paragraph(EMBARGO), paragraph(NOTE), paragraph(HEAD))],
    ['Word, below the title', 'a.docx', word(styled('Title', HEAD), paragraph(EMBARGO), paragraph(NOTE))],
  ])('are no copy in %s', async (_, name, file) => expect(await read(name, file)).toEqual(TAKEN))

  test('stand below the deck and the byline, and the copy begins below them', async () =>
    expect(await read('a.txt', lines(HEAD, 'A deck without a period', 'By Ann Lee', EMBARGO, NOTE))).toEqual({
      ...TAKEN,
      copy: [`headline: ${HEAD}`, 'deck: A deck without a period', ...COPY.slice(1)],
    }))

  test('are copy below the first graf', async () =>
    expect((await read('a.txt', `${lines(HEAD)}\n\n${NOTE}`)).copy).toEqual([...COPY, `paragraph: ${NOTE}`]))
})

describe('an embargo with its zone', () => {
  test.each([
    ['EMBARGOED UNTIL 2026-12-02T06:00:00Z', '2026-12-02T06:00:00Z'],
    ['Embargo: 2026-12-02 06:00 UTC', '2026-12-02T06:00:00Z'],
    ['엠바고: 2026-12-02T15:00:00+09:00까지', '2026-12-02T15:00:00+09:00'],
  ])('becomes the field: %s', async (line, embargo) => {
    const taken = { copy: COPY, edNote: undefined, embargo, losses: [] }
    expect(await read('a.txt', lines(line, HEAD))).toEqual(taken)
    expect(await read('a.md', lines(`# ${HEAD}`, line))).toEqual(taken)
  })

  test('keeps its other words in the ed note', async () => {
    const line = 'EMBARGOED UNTIL 2026-12-02T06:00:00Z, Kim has the rights'
    expect(await read('a.txt', lines(line, HEAD))).toEqual({
      copy: COPY,
      edNote: line,
      embargo: '2026-12-02T06:00:00Z',
      losses: [],
    })
  })

  test('that another line contradicts is kept, and the other line is listed', async () => {
    const [first, second] = ['EMBARGOED UNTIL 2026-12-02T06:00:00Z', 'EMBARGOED UNTIL 2026-12-03T06:00:00Z']
    expect(await read('a.txt', lines(first, HEAD, second))).toEqual({
      copy: COPY,
      edNote: second,
      embargo: '2026-12-02T06:00:00Z',
      losses: [`${LOSS}: ${second}`],
    })
  })
})

describe('lines of wires', () => {
  test.each(['(ATTN: UPDATES with more details, photo)', '(Adds quotes, background)'])(
    'that say what a version changes are the ed note: %s',
    async (line) => {
      const taken = { copy: COPY, edNote: line, embargo: undefined, losses: [] }
      expect(await read('a.txt', lines(line, HEAD))).toEqual(taken)
      expect(await read('a.txt', lines(HEAD, line))).toEqual(taken)
    },
  )

  test('go on until their bracket closes', async () =>
    expect(await read('a.txt', lines('(ATTN: UPDATES with more details,\nadds photo)', HEAD))).toEqual({
      copy: COPY,
      edNote: '(ATTN: UPDATES with more details, adds photo)',
      embargo: undefined,
      losses: [],
    }))

  test('points of a list are no deck', async () =>
    expect((await read('a.txt', lines(HEAD, '* Brent up $2.10'))).copy).toEqual([
      COPY[0],
      'paragraph: * Brent up $2.10',
      ...COPY.slice(1),
    ]))

  test.each([
    ['IPTC 7901, above the headline', `\u0001AAA0123 4 PL 00120\r\nSLUG/\r\n\u0002${EMBARGO}\r\n${HEAD}\r\n\r\n`],
    ['IPTC 7901, below the headline', `\u0001AAA0123 4 PL 00120\r\nSLUG/\r\n\u0002${HEAD}\r\n${EMBARGO}\r\n\r\n`],
    ['ANPA 1312', `\u0001a0123\u001fi\r\nu i slug\r\n\u0002^${EMBARGO}<\r\n^${HEAD}<\r\n`],
  ])('an embargo is no copy in %s', async (_, head) => {
    const { copy, edNote, losses } = await read('a.001', `${head}${GRAFS.join('\r\n\r\n')}\r\n\u0003`)
    expect([copy, edNote, losses?.filter((loss) => loss.startsWith(LOSS))]).toEqual([
      COPY,
      EMBARGO,
      [`${LOSS}: ${EMBARGO}`],
    ])
  })

  test('an embargo inside a note is listed', async () =>
    expect(await read('a.txt', lines('EDITOR’S NOTE: Updates graf 2. EMBARGOED until 6 p.m.', HEAD))).toEqual({
      copy: COPY,
      edNote: 'EDITOR’S NOTE: Updates graf 2. EMBARGOED until 6 p.m.',
      embargo: undefined,
      losses: [`${LOSS}: EMBARGOED until 6 p.m.`],
    }))
})

test.each(['The embargo on oil was lifted.', 'Editors at three papers resigned.', 'The adds (updates) came late.'])(
  'ordinary copy stays copy: %s',
  async (graf) => {
    const kept = {
      copy: [COPY[0], `paragraph: ${graf}`, ...COPY.slice(1)],
      edNote: undefined,
      embargo: undefined,
      losses: [],
    }
    expect(await read('a.txt', lines(HEAD, graf))).toEqual(kept)
    expect(await read('a.md', lines(`# ${HEAD}`, graf))).toEqual(kept)
    expect(await read('a.html', html(`<h1>${HEAD}</h1><p>${graf}</p>`))).toEqual(kept)
  },
)
