import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import type { ImportedStory } from '../../../src/exchange/import/parts/importedStory'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const seen = ({ blocks, fields, losses }: ImportedStory) => ({
  copy: blocks.map(({ role, text }) => `${role}: ${text}`),
  fields,
  losses: losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
})
const read = async (bytes: Uint8Array, name = 'feed.001') => (await importFile(name, bytes)).stories.map(seen)

const ANPA = [
  '\u0016\u0016\u0001a0123\u001fi',
  'u i\u0013\u0011 bc-busan-talks 1st Ld-Writethru 10-30 0210',
  '\u0002^BC-KR--Busan Talks,0210<',
  '^Trump and Xi end talks in Busan<',
  "^EDITOR'S NOTE _ Adds handshake.<",
  '^By KIM JI-WOO<',
  '^Associated Wire<',
  '\tBUSAN, South Korea (AW) _ The talks lasted about 100 minutes,',
  'officials said.',
  '\tThey left separately.',
  '\u0003aw-xx-10-30-26 0900GMT',
  '\u0004',
  '',
].join('\r\n')
const IPTC = [
  '\u0001AAP0815 3 i 210 RTRS',
  'KOREA-TALKS/',
  '\u0002Talks in Busan end',
  '    The talks lasted about',
  '100 minutes.',
  '    “Good,” he said.',
  'The following information is not for publication',
  'Desk: call 02 123.',
  '\u0003301400 GMT oct 26',
  '\u0004',
].join('\r\n')

describe('wire messages', () => {
  test('ANPA 1312: header lines become headline, byline and note, tabs start grafs, the rest is listed', async () => {
    expect(await read(latin1(ANPA))).toEqual([
      {
        copy: [
          'headline: Trump and Xi end talks in Busan',
          'paragraph: Associated Wire',
          'paragraph: BUSAN, South Korea (AW) _ The talks lasted about 100 minutes, officials said.',
          'paragraph: They left separately.',
        ],
        fields: {
          slug: 'busan-talks',
          urgency: 3,
          edNote: "EDITOR'S NOTE _ Adds handshake.",
          byline: [{ name: 'KIM JI-WOO' }],
        },
        losses: [
          'numbers of messages 1: a0123',
          'letter categories 1: i',
          'keywords of takes 1: 1st Ld-Writethru',
          'times of sending 1: aw-xx-10-30-26 0900GMT',
          "desk notes 1: EDITOR'S NOTE _ Adds handshake.",
        ],
      },
    ])
  })

  test('IPTC 7901: text not for publication is a note, never copy', async () => {
    expect(await read(new TextEncoder().encode(IPTC))).toEqual([
      {
        copy: [
          'headline: Talks in Busan end',
          'paragraph: The talks lasted about 100 minutes.',
          'paragraph: “Good,” he said.',
        ],
        fields: { slug: 'KOREA-TALKS', provider: 'AAP', urgency: 3, edNote: 'Desk: call 02 123.' },
        losses: [
          'numbers of messages 1: 0815',
          'letter categories 1: i',
          'options of the header 1: RTRS',
          'times of sending 1: 301400 GMT oct 26',
        ],
      },
    ])
  })

  test(
    'each message is a story, letters beyond ASCII are read as Latin-1 and listed, and the file name ' + 'is ignored',
    async () => {
      const two = await importFile(
        'wire.txt',
        latin1(`${ANPA}${IPTC.replace(/[“”]/g, '"').replace('Busan', 'M\u00fcnchen')}`),
      )
      expect(two.note).toBe(
        'wire.txt has the extension .txt (plain text), but it is a wire message and was read as that.',
      )
      expect(two.stories.map(({ blocks }) => blocks[0]?.text)).toEqual([
        'Trump and Xi end talks in Busan',
        'Talks in M\u00fcnchen end',
      ])
      expect(two.stories[1]?.losses).toContainEqual({ what: 'letters read as Latin-1', count: 1, example: 'ü' })
    },
  )

  test.each([
    'Editors at three papers resigned.',
    'Editors — three of them — resigned.',
    'Editors-at-large left the paper.',
    'Eds and subs walked out.',
    'Editor’s notes of the talks were found.',
  ])('a graf that begins with the word is copy: %s', async (graf) => {
    const [story] = await read(
      new TextEncoder().encode(`\u0001a0123\u001fi\r\nu i\r\n\u0002^Head<\r\n\t${graf}\r\n\u0003`),
    )
    expect([story?.copy, story?.fields?.edNote]).toEqual([['headline: Head', `paragraph: ${graf}`], undefined])
  })

  test('a marked headline that begins with the word is the headline', async () => {
    const [story] = await read(
      latin1('\u0001a0123\u001fi\r\nu i\r\n\u0002^Editors at three papers resign<\r\n\tThey left.\r\n\u0003'),
    )
    expect([story?.copy, story?.fields?.edNote]).toEqual([
      ['headline: Editors at three papers resign', 'paragraph: They left.'],
      undefined,
    ])
  })

  test.each([
    'Eds: Adds quotes.',
    'EDS -- Adds quotes.',
    'EDITORS - Adds quotes.',
    'EDITORS: Adds quotes.',
    'EDITOR’S NOTE _ Adds quotes.',
    'Editor’s note — Adds quotes.',
    'EDITOR’S NOTE Adds quotes.',
    'NOTE TO EDITORS: Adds quotes.',
  ])('a graf with the label of a note is the ed note: %s', async (graf) => {
    const [story] = await read(
      new TextEncoder().encode(`\u0001a0123\u001fi\r\nu i\r\n\u0002^Head<\r\n\tThey left.\r\n\t${graf}\r\n\u0003`),
    )
    expect([story?.copy, story?.fields?.edNote]).toEqual([['headline: Head', 'paragraph: They left.'], graf])
  })

  test.each(['^BC-Port Strike,0210<', '^BC-US--Port Strike,0210<', '^AM-Port Strike<', '^US-Strike,0210<'])(
    'the repeated slug is no headline, and the line under a byline is its role: %s',
    async (slug) => {
      const [story] = await read(
        latin1(
          `\u0001a0123\u001fi\r\nu i port\r\n\u0002${slug}\r\n^Dockworkers walk out<\r\n^By JOHN SMITH=\r\n` +
            '^Associated Press Writer=\r\n\tThey left.\r\n\u0003',
        ),
      )
      expect([story?.copy, story?.fields?.byline]).toEqual([
        ['headline: Dockworkers walk out', 'paragraph: They left.'],
        [{ name: 'JOHN SMITH', role: 'Associated Press Writer' }],
      ])
    },
  )

  test('a message that was cut off is imported and listed', async () => {
    expect(await read(latin1('\u0001a0123\u001fi\r\nu i\r\n\u0002^Dockworkers walk out<\r\n\tThey left, and'))).toEqual(
      [
        {
          copy: ['headline: Dockworkers walk out', 'paragraph: They left, and'],
          fields: { urgency: 3 },
          losses: [
            'numbers of messages 1: a0123',
            'letter categories 1: i',
            'end of the message missing 1: ^Dockworkers walk out< They left, and',
          ],
        },
      ],
    )
  })

  test('an unreadable header is listed and the copy kept; without text there is no story', async () => {
    expect(await read(latin1('\u0001???\r\n\u0002\r\nThe talks ended.\r\nThey left.\r\n\u0003'))).toEqual([
      {
        copy: ['paragraph: The talks ended.', 'paragraph: They left.'],
        fields: {},
        losses: ['headers that could not be read 1: ???'],
      },
    ])
    await expect(importFile('empty.001', latin1('\u0001a0001\u001fi\r\nu i\r\n\u0002\r\n\u0003'))).rejects.toThrow(
      'empty.001 was not imported: it is a wire message without a story.',
    )
  })

  test('100,000 starts of headers are refused in time', async () => {
    await expect(importFile('a.001', latin1(`\u0001a\u0002${'\u0001'.repeat(100_000)}`))).rejects.toThrow(
      'without a story',
    )
  })

  test.each([
    [
      'spaces in its header',
      `\u0001a0001\u001fi\r\nu i slug${' '.repeat(300_000)}x\r\n\u0002\r\nThe talks ended.\r\n\u0003`,
    ],
    [
      'signs in a line above the copy',
      `\u0001a0001\u001fi\r\nu i slug\r\n\u0002^Talks${'='.repeat(300_000)}x<\r\n\tThe talks ended.\r\n\u0003`,
    ],
  ])('a long run of %s is read in time', async (_what, message) => {
    const [story] = (await importFile('a.001', latin1(message))).stories
    expect(story?.blocks.at(-1)?.text).toBe('The talks ended.')
  })
})
