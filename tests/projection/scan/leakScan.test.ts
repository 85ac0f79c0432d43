import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scanForLeaks, type LeakHit, type ScannedOutput } from '../../../src/projection/scan/leakScan'
import { textOfCopy } from '../../../src/projection/scan/layOut'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { maskNames } from '../../../src/projection/scan/maskNames'
import type { Copy } from '../../../src/story/copy/copy'
import { NO_PICTURE } from '../../../src/story/copy/picture'
import type { Source } from '../../../src/story/desk/source'
import { within } from '../../builders/time/processorTime'

const source = (changes: Partial<Source>): Source => ({
  id: 'x',
  name: 'Zoë Ångström',
  kind: 'person',
  groundRules: 'background',
  groundRulesVersion: 1,
  protected: true,
  aliases: [],
  ...changes,
})
const copyOf = (...texts: string[]): Copy => texts.map((text) => ({ role: 'paragraph', text, spans: [] }))
const scan = (
  text: string,
  {
    sources = [source({})],
    ids = [],
    copy = [],
    fileName = 'story.html',
    mediaType = 'text/html',
  }: { sources?: Source[]; ids?: string[]; copy?: Copy; fileName?: string; mediaType?: string } = {},
): readonly LeakHit[] => {
  const output: ScannedOutput = { text, fileName, mediaType }
  return scanForLeaks(output, protectedTerms(sources), ids, copy)
}
const places = (hits: readonly LeakHit[]) =>
  hits.map(({ label, what, place, confirmable }) => ({ label, what, place, confirmable }))
const NAME_ELSEWHERE = [{ label: 'Source A', what: 'name', place: 'elsewhere', confirmable: false }]

describe('the leak scan', () => {
  test.each([
    ['plain', '<p>Zoë Ångström said</p>'],
    ['another case', '<p>ZOË ÅNGSTRÖM</p>'],
    ['without accents', '<p>Zoe Angstrom</p>'],
    ['with combining accents', `<p>${'Zoë Ångström'.normalize('NFD')}</p>`],
    ['full width', '<p>Ｚｏｅ　Ａｎｇｓｔｒｏｍ</p>'],
    ['HTML entities by number', '<p>Zo&#235; &#xC5;ngstr&#246;m</p>'],
    ['HTML entities by name', '<p>Zo&euml; &Aring;ngstr&ouml;m</p>'],
    ['JSON escapes', '{"by":"Zo\\u00eb \\u00c5ngstr\\u00f6m"}'],
    ['percent-encoded', '<p>see Zo%C3%AB%20%C3%85ngstr%C3%B6m</p>'],
    ['a soft hyphen inside', '<p>Zoë Ång\u00adström</p>'],
    ['a zero-width space inside', '<p>Zoë Ång\u200bström</p>'],
    ['white space and line break between', '<p>Zoë \n  Ångström</p>'],
    ['markup inside', '<p>Zoë Ång<b>str</b>öm</p>'],
    ['hyphens for spaces', '<p>zoe-angstrom</p>'],
    ['the family name first', '<p>ÅNGSTRÖM, Zoë</p>'],
  ])('finds a name with %s', (_, text) => {
    expect(places(scan(text))).toEqual(NAME_ELSEWHERE)
  })

  test.each([
    ['an attribute', '<p title="Zoë Ångström">x</p>'],
    ['a comment', '<!-- Zoë Ångström --><p>x</p>'],
    ['a link', '<a href="https://example.org/zoe-angstrom">x</a>'],
  ])('finds a name in %s', (_, text) => {
    expect(places(scan(text))).toEqual(NAME_ELSEWHERE)
  })

  test('finds a name in a decomposed file name', () => {
    const fileName = 'zoë-ångström.html'.normalize('NFD')
    expect(places(scan('<p>x</p>', { fileName }))).toEqual([
      { label: 'Source A', what: 'name', place: 'fileName', confirmable: false },
    ])
  })

  test('finds Hangul in both normal forms, and not as the start of another syllable', () => {
    const sources = [source({ name: '박민서' })]
    expect(places(scan(`<p>${'박민서'.normalize('NFD')} 씨</p>`, { sources }))).toEqual(NAME_ELSEWHERE)
    expect(scan('<p>박민섭</p>', { sources })).toEqual([])
  })

  test.each([
    ['full width', 'said Ｋｉｍ there'],
    ['a filler inside', 'said Ki\u3164m there'],
    ['decomposed', `said ${'Zoé'.normalize('NFD')} there`],
  ])('short aliases are found in %s too', (_how, text) => {
    expect(
      places(scan(`<p>${text}</p>`, { sources: [source({ name: 'Nobody Here', aliases: ['Kim', 'Zoé'] })] })),
    ).toMatchObject([{ label: 'Source A', what: 'alias' }])
  })

  test('Latin aliases under four letters match as whole tokens with their case', () => {
    const sources = [source({ name: 'Nobody Here', aliases: ['He'] })]
    expect(scan('<p>he said the HE and Hello</p>', { sources })).toEqual([])
    expect(places(scan('<p>as He said</p>', { sources }))).toEqual([
      { label: 'Source A', what: 'alias', place: 'elsewhere', confirmable: false },
    ])
  })

  test.each([
    ['in the digits of another script', '+82 10-1234-5678', '<p>٠١٠-١٢٣٤-٥٦٧٨</p>'],
    ['in Devanagari', '+91 98765 43210', '<p>९८७६५४३२१०</p>'],
    ['noted full width', '０１０－１２３４－５６７８', '<p>010-1234-5678</p>'],
    ['noted in Arabic, with words', 'هاتف ٠١٠-١٢٣٤-٥٦٧٨ صباحا', '<p>010 1234 5678</p>'],
    ['with other dashes', '010-1234-5678', '<p>010–1234—5678</p>'],
    ['with points in the middle', '010·1234·5678', '<p>010-1234-5678</p>'],
  ])('finds a telephone number %s', (_, contact, text) => {
    expect(places(scan(text, { sources: [source({ name: 'Nobody Here', contact })] }))).toEqual([
      { label: 'Source A', what: 'contact', place: 'elsewhere', confirmable: false },
    ])
    expect(
      scan('<p>1,055,550,199 or 010-1234-5679</p>', { sources: [source({ name: 'Nobody Here', contact })] }),
    ).toEqual([])
  })

  test.each([
    ['Marta Ann Quill', 'Quill, Marta Ann'],
    ['Kim Min Jeong', 'Min Jeong Kim'],
    ['王小明', '王小\n明'],
    ['渡辺健', '渡辺　健'],
    ['渡辺 健', '渡 辺\n健'],
    ['サリナ', 'サ\nリナ'],
  ])('finds %s written “%s”', (name, text) => {
    expect(places(scan(`<p>${text}</p>`, { sources: [source({ name })] }))).toEqual(NAME_ELSEWHERE)
  })

  test('finds mail addresses, and telephone numbers with any spacing', () => {
    const sources = [source({ name: 'Nobody Here', contact: 'zoe@example.org, +82 10-1234-5678' })]
    expect(places(scan('<a href="mailto:zoe%40example.org">x</a>', { sources }))).toEqual([
      { label: 'Source A', what: 'contact', place: 'elsewhere', confirmable: false },
    ])
    expect(places(scan('<p>call (010) 1234 5678</p>', { sources }))).toEqual([
      { label: 'Source A', what: 'contact', place: 'elsewhere', confirmable: false },
    ])
  })

  test('finds internal ids as whole tokens only', () => {
    expect(scan('<p id="fact-12">x</p>', { ids: ['fact-1'] })).toEqual([])
    expect(places(scan('<p id="fact-1">x</p>', { ids: ['fact-1'] }))).toEqual([
      { label: 'An internal id', what: 'internalId', place: 'elsewhere', confirmable: false },
    ])
  })

  test('a name in the copy may be confirmed by another person, for this sentence', () => {
    const text = 'The talks ended late. Zoë Ångström waited outside the hall.'
    const hits = scan(`<h1>Talks</h1><p>The talks ended late. <em>Zoë</em> Ångström waited outside the hall.</p>`, {
      copy: copyOf('Talks', text),
    })
    expect(places(hits)).toEqual([{ label: 'Source A', what: 'name', place: 'copy', confirmable: true }])
    expect(hits[0]?.where).toEqual({ block: 1, from: 22, to: 34 })
    const moved = scan(`<p>Zoë Ångström waited outside the hall.</p>`, {
      copy: copyOf('Zoë Ångström waited outside the hall.'),
    })
    expect(moved[0]?.key).toBe(hits[0]?.key)
    const changed = scan(`<p>Zoë Ångström waited inside the hall.</p>`, {
      copy: copyOf('Zoë Ångström waited inside the hall.'),
    })
    expect(changed[0]?.key).not.toBe(hits[0]?.key)
  })

  describe('the key of a name in the copy', () => {
    const name = 'Zoë Ångström'
    const keysIn = (copy: Copy): readonly string[] => scan(textOfCopy(copy), { copy }).map(({ key }) => key)
    const cells = (...texts: readonly string[]): Copy =>
      texts.map((text, at) => ({
        role: 'cell',
        cell: { row: Math.floor(at / 2), column: at % 2 },
        text,
        spans: [],
      }))
    const caption = (file: string): Copy => [
      { role: 'cutline', picture: { ...NO_PICTURE, file, mediaType: 'image/png' }, text: `${name} at work`, spans: [] },
    ]
    const item = (lead: string): Copy => [
      { role: 'paragraph', text: lead, spans: [] },
      { role: 'listItem', level: 1, list: 'bullet', text: `${name} of Ostrava`, spans: [] },
    ]

    test.each<readonly [string, Copy, Copy]>([
      [
        'the same cell under another header',
        cells('Town', 'Attended', 'Ostrava', name),
        cells('Town', 'Whistleblower', 'Ostrava', name),
      ],
      ['the same caption under another picture', caption('a'.repeat(64)), caption('b'.repeat(64))],
      ['the same item under another lead-in', item('They attended:'), item('They told us:')],
      [
        'the same words as a headline',
        copyOf(`${name} waits here.`),
        [{ role: 'headline', text: `${name} waits here.`, spans: [] }],
      ],
    ])('is another one for %s', (_what, one, other) => {
      expect(keysIn(one)).toHaveLength(1)
      expect(keysIn(other)).toHaveLength(1)
      expect(keysIn(one)).not.toEqual(keysIn(other))
    })

    test('is another one for each place of the same words, and changes for all when one is added', () => {
      const sentence = `${name} waits here.`
      const one = keysIn(copyOf('Talks', 'They attended.', sentence))
      const two = keysIn(copyOf('Talks', 'They told us.', sentence, 'They attended.', sentence))
      expect([one.length, two.length, new Set([...one, ...two]).size]).toEqual([1, 2, 3])
    })

    test('stays when other grafs come and go', () => {
      const sentence = `${name} waits here.`
      expect(keysIn(copyOf('Talks', 'One.', 'Two.', sentence))).toEqual(keysIn(copyOf('Talks', sentence, 'Three.')))
    })

    test('of the published copy that leaves beside it is the one of the copy', () => {
      const copy = copyOf(`${name} leaves talks in Busan`, 'A day')
      const now = copyOf('Talks called off', 'A day')
      const output = { text: textOfCopy(copy), fileName: '', mediaType: 'text/plain' }
      const terms = protectedTerms([source({})])
      const hits = scanForLeaks(output, terms, [], now, copy)
      expect(hits.map(({ key, where }) => [key, where?.block])).toEqual([[keysIn(copy)[0], 2]])
    })
  })

  test('a name in the copy and in the metadata blocks because of the metadata', () => {
    const copy = copyOf('Later Zoë Ångström waited outside the hall.')
    const hits = scan(
      `<meta name="author" content="Zoë Ångström"><p>Later Zoë Ångström waited outside the hall.</p>` +
        `<p>Zoë Ångström</p>`,
      { copy },
    )
    expect(places(hits)).toEqual([
      ...NAME_ELSEWHERE,
      ...NAME_ELSEWHERE,
      { label: 'Source A', what: 'name', place: 'copy', confirmable: true },
    ])
  })

  test('a name between Markdown signs counts as in the copy', () => {
    const copy = copyOf('Later Zoë Ångström waited outside the hall.')
    expect(
      places(
        scan('Later **Zoë** [Ångström](<https://example.org/>) waited outside the hall\\.', {
          copy,
          mediaType: 'text/markdown',
          fileName: 'a.md',
        }),
      ),
    ).toEqual([{ label: 'Source A', what: 'name', place: 'copy', confirmable: true }])
  })

  test('unprotected sources are not sought, and messages never contain a name', () => {
    expect(scan('<p>Zoë Ångström</p>', { sources: [source({ protected: false })] })).toEqual([])
    const hits = scan('<p>Zoë Ångström, ZA, zoe@example.org</p>', {
      sources: [source({ aliases: ['ZA'], contact: 'zoe@example.org' })],
      fileName: 'za-zoe angstrom.txt',
    })
    expect(hits.length).toBeGreaterThan(3)
    expect(JSON.stringify(hits)).not.toMatch(/zo[eë]|ngstr|ZA|example/i)
  })

  test('scans a long output without getting stuck', { timeout: 120_000 }, async () => {
    const text = `<p>${'Crane operators at Busan New Port stopped work on Monday. '.repeat(10_000)}</p>`
    expect(await within(3000, () => scan(text, { copy: copyOf(text) }))).toEqual([])
  })
})

describe('a name inside another word', () => {
  const anna = [source({ name: 'Anna' })]
  test.each(['Savannah', 'Annapolis', 'the savannah of Tanzania', 'SAVANNAH', 'banns'])(
    'is not found in “%s”',
    (text) => expect(scan(`<p>${text}</p>`, { sources: anna })).toEqual([]),
  )
  test.each([
    'Anna',
    'ANNA',
    'Anna’s',
    "Anna's",
    'Annas',
    'Annával',
    'Annának',
    '(Anna)',
    'anna_k',
    'anna-kim',
    '#AnnaKim',
    'MsAnna',
    'anna2',
    '“Anna”',
  ])('is found in “%s”', (text) =>
    expect(places(scan(`<p>so ${text} said</p>`, { sources: anna }))).toEqual(NAME_ELSEWHERE),
  )
  test.each([
    ['Иван', 'Ивану'],
    ['Иванова', 'Ивановой'],
    ['Kowalski', 'Kowalskiego'],
    ['Merkel', 'Merkelregierung'],
    ['محمد', 'والمحمد'],
    ['王小明', '是王小明说'],
    ['박민서', '박민서는'],
  ])('%s is found in “%s”', (name, text) =>
    expect(places(scan(`<p>${text}</p>`, { sources: [source({ name })] }))).toEqual(NAME_ELSEWHERE),
  )
})

describe('a name that is stored in another order than shown', () => {
  const turned = (text: string): string => [...text].reverse().join('')
  const RLO = '\u202e'
  const LRO = '\u202d'
  const PDF = '\u202c'

  test.each<readonly [string, string, string]>([
    [
      'backwards within an override from right to left',
      'Zoë Ångström',
      `so ${RLO}${turned('Zoë Ångström')}${PDF} said`,
    ],
    [
      'with combining marks',
      'Zoë Ångström',
      `so ${RLO}${['m', 'o\u0308', 'r', 't', 's', 'g', 'n', 'A\u030a', ' ', 'e\u0308', 'o', 'Z'].join('')}${PDF} said`,
    ],
    ['in an override that is never closed', 'Zoë Ångström', `so ${RLO}dias ${turned('Zoë Ångström')}`],
    ['word by word', 'Zoë Ångström', `so ${RLO}${turned('Zoë')}${PDF} ${RLO}${turned('Ångström')}${PDF} said`],
    ['half of it in an override', 'Zoë Ångström', `so Zoë Ång${RLO}${turned('ström')}${PDF} said`],
    ['an override in an override', 'Zoë Ångström', `so ${RLO}${turned('ström')}${LRO}Zoë Ång${PDF}${PDF} said`],
    [
      'in two overrides side by side, which are shown as one',
      'Zoë Ångström',
      `so ${RLO}${turned('ström')}${PDF}${RLO}${turned('Zoë Ång')}${PDF} said`,
    ],
    ['an override in an isolate', 'Zoë Ångström', `so \u2067${RLO}${turned('Zoë Ångström')}\u2069 said`],
    ['Hebrew in an override from left to right', 'דוד לוי', `אמר ${LRO}${turned('דוד לוי')}${PDF} אתמול`],
    ['Hangul spelled out', '박민서', `so ${RLO}${turned('박민서').normalize('NFD')}${PDF} said`],
  ])('is found: %s', (_, name, text) => {
    expect(places(scan(`<p>${text}</p>`, { sources: [source({ name })] }))).toEqual(NAME_ELSEWHERE)
    expect(
      scan(`<p>${text.replaceAll(RLO, '').replaceAll(LRO, '')}</p>`, { sources: [source({ name: 'Nobody Here' })] }),
    ).toEqual([])
  })

  test('is found as characters that are tags of its letters', () => {
    const tags = [...'Park Min-seo'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')
    expect(places(scan(`<p>so 🏴${tags} said</p>`, { sources: [source({ name: 'Park Min-seo' })] }))).toEqual(
      NAME_ELSEWHERE,
    )
  })

  test('has its stored place in the copy', () => {
    const text = `Later ${RLO}${turned('Zoë Ångström')}${PDF} waited outside the hall.`
    const [hit, ...others] = scan(`<p>${text}</p>`, { copy: copyOf(text) })
    expect([hit?.place, hit?.where, others]).toEqual(['copy', { block: 0, from: 7, to: 19 }, []])
  })

  test('is masked at its stored place', () => {
    const terms = protectedTerms([source({})])
    expect(maskNames(`by ${RLO}${turned('Zoë Ångström')}${PDF}.`, terms)).toBe(`by ${RLO}Source A${PDF}.`)
  })

  test('is found in time in 200,000 nested overrides', { timeout: 120_000 }, () => {
    expect(places(scan(`${RLO.repeat(200_000)}${turned('Zoë Ångström')}`, { mediaType: 'text/plain' }))).toEqual(
      NAME_ELSEWHERE,
    )
  })

  test('is found in time among 100,000 isolates with an override each', { timeout: 120_000 }, async () => {
    const isolates = `\u2067${RLO}x\u2069 `.repeat(100_000)
    const text = `${isolates}${RLO}${turned('Zoë Ångström')}${PDF} said`
    expect(places(await within(3000, () => scan(text, { mediaType: 'text/plain' })))).toEqual(NAME_ELSEWHERE)
  })

  test.each(['010-5555-0199', '010 5555 0199', '(02) 555-0199', '+82-2-555 0199', '02.555.0199'])(
    'a number in right-to-left text is found with its groups in the shown order: %s',
    (number) => {
      const sources = [source({ name: 'Nobody Here', contact: number })]
      const groups = number.split(/[^0-9]+/).filter((group) => group !== '')
      for (const shown of [groups.toReversed().join('-'), groups.toReversed().join(' ')]) {
        expect(places(scan(`<p>هاتف ${shown} هنا</p>`, { sources }))).toEqual([
          { label: 'Source A', what: 'contact', place: 'elsewhere', confirmable: false },
        ])
        if (groups.length > 1) expect(scan(`<p>call ${shown} here</p>`, { sources })).toEqual([])
      }
      expect(places(scan(`<p>טלפון ${number} כאן</p>`, { sources }))).toHaveLength(1)
    },
  )

  test('no invisible character hides a name, at any place in it', { timeout: 120_000 }, () => {
    const unseen = fc.constantFrom(
      ...'\u00ad\u034f\u061c\u115f\u180b\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\u2063',
      ...'\u2066\u2067\u2068\u2069\u206a\u3164\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffb\ufffc\u0001\u001f\u007f\u0080\u009f',
      '\u{1d173}',
      '\u{e0001}',
      '\u{e0041}',
      '\u{e0100}',
      '\u{13430}',
    )
    for (const name of ['Zoë Ångström', '박민서', 'דוד לוי', 'Kim']) {
      for (const kept of [name, name.normalize('NFD')])
        fc.assert(
          fc.property(fc.array(fc.tuple(fc.nat(kept.length), unseen), { minLength: 1, maxLength: 4 }), (put) => {
            const signs = [...kept]
            for (const [at, sign] of put) signs.splice(Math.max(1, at), 0, sign)
            expect(places(scan(`<p>so ${signs.join('')} said</p>`, { sources: [source({ name })] }))).toEqual(
              NAME_ELSEWHERE,
            )
          }),
          { numRuns: 200 },
        )
    }
  })
})
