/** Rule 7: a locator leads the next person to the place. */
import { describe, expect, test } from 'vitest'
import { whyNotLocator, whyPlaceholder, type CapturedFile } from '../../../src/checks/evidence/whyNotLocator'
import { locatorPlace } from '../../../src/checks/evidence/locatorPlace'
import type { SourceKind } from '../../../src/story/desk/source'

/** In Kiritimati, 31 October has begun. */
const NOW = '2026-10-30T10:00:00.000Z'

const passes = (locator: string, kind: SourceKind, captured?: CapturedFile, excerpt?: string): boolean =>
  whyNotLocator({ locator, ...(excerpt === undefined ? {} : { excerpt }) }, kind, NOW, captured) === undefined

test.each([
  'x',
  'X',
  ' x ',
  'xx',
  'xxx',
  '-',
  '…',
  '?',
  'n/a',
  'N/A.',
  'none',
  'tbd',
  'TK',
  'see above',
  'somewhere',
  'p.',
  'page',
  '',
  ' ',
  '\u200B',
  '\u2060\uFEFF',
  '\u00AD',
  '\u2800',
  '\u3164',
  '\u202E',
  'x\u200B',
  '없음',
])('“%s” names no place, whatever the source', (locator) => {
  for (const kind of ['document', 'official', 'pool', 'media', 'person', 'outlet', 'dataset', 'observation'] as const)
    expect([kind, passes(locator, kind)]).toEqual([kind, false])
  expect(whyPlaceholder(locator)).toContain('Say where in the source')
})

test.each([
  'p. 3',
  '¶ 2',
  'Exhibit C, ¶ 14(b)',
  '3쪽',
  'xiv',
  'ii',
  'whole',
  '第三条',
  '12',
  'cover letter',
  'A3',
  'Annex B',
  'S. 14 f.',
  'fol. 12v',
  'table 2',
  '00:12:31',
  'headline',
])('“%s” is a label of a document', (locator) => expect(passes(locator, 'document')).toBe(true))

describe('without a captured file the parts of its kind are there', () => {
  test.each<[SourceKind, string, boolean]>([
    ['outlet', 'https://example.org/a, seen 30 Oct 11:05', true],
    ['outlet', 'example.org/news/1, 2026-10-30', true],
    ['outlet', 'A3, 30 Oct 2026', true],
    ['outlet', 'https://example.org/a', false],
    ['outlet', '30 Oct 11:05', false],
    ['person', '30 Oct 09:40, by phone', true],
    ['person', 'call, 30 Oct', true],
    ['person', '10월 30일 전화', true],
    ['person', 'Tuesday, in person', true],
    ['person', '30 Oct 09:40', false],
    ['person', 'by phone', false],
    ['person', '09:40 by phone', false],
    ['observation', 'Kim Min, Pier 3, 30 Oct 11:00', true],
    ['observation', 'Kim Min at Pier 3, 11:00', true],
    ['observation', 'Kim Min, 30 Oct 11:00', false],
    ['observation', 'Kim Min, Pier 3', false],
    ['dataset', 'Table 2, row 14, retrieved 30 Oct 2026', true],
    ['dataset', 'Sheet “Exports”, row Korea, 2026-10-30', true],
    ['dataset', 'Table 2, row 14', false],
    ['dataset', 'retrieved 30 Oct 2026', false],
    ['official', 'https://ministry.example/release', false],
    ['official', 'https://ministry.example/release, seen 30 Oct 11:05', true],
    ['document', 'www.example.org/act, § 14', false],
    ['official', 'a.example/x', false],
    ['official', 'ftp://a.example/x', false],
    ['document', 'doi.org/10.1000/xyz', false],
    ['document', 'doi.org/10.1000/xyz, 30 Oct 2026', true],
    ['document', 'Vol. 3/2, p. 14', true],
    ['document', 'S. 14/15', true],
    ['document', 'Reg.No.12/2026', true],
    ['pool', 'https://example.org/pool/3', false],
    ['media', 'https://example.org/clip, 00:12:31, 30 Oct', true],
  ])('%s: “%s” → %s', (kind, locator, expected) => expect(passes(locator, kind)).toBe(expected))
})

const noSuchDay = (date: string): string => `There is no day “${date}”. Give the day on which it was.`
const future = (date: string): string => `“${date}” is still to come. Give the day on which it was.`

describe('a date in a locator is a day on which something can have been', () => {
  test.each<[SourceKind, string, string | undefined]>([
    ['person', '2026-13-45, phone', noSuchDay('2026-13-45')],
    ['person', '2026-02-29, phone', noSuchDay('2026-02-29')],
    ['person', '2024-02-29, phone', undefined],
    ['person', '0000-01-01, phone', noSuchDay('0000-01-01')],
    ['person', '2026/13/45, phone', noSuchDay('2026/13/45')],
    ['person', '2026-9-31, phone', noSuchDay('2026-9-31')],
    ['person', '2026. 13. 45., phone', noSuchDay('2026. 13. 45')],
    ['person', '31.11.2025, phone', noSuchDay('31.11.2025')],
    ['person', '13/13/2025, phone', noSuchDay('13/13/2025')],
    ['person', '30/10/2026, phone', undefined],
    ['person', '10/30/2026, phone', undefined],
    ['person', '30 Feb, phone', noSuchDay('30 Feb')],
    ['person', '29 Feb, phone', undefined],
    ['person', 'Feb. 30, 2026, phone', noSuchDay('Feb. 30, 2026')],
    ['person', '31. November 2025, Telefon', noSuchDay('31. November 2025')],
    ['person', '2026년 13월 45일 전화', noSuchDay('2026년 13월 45일')],
    ['person', '2월 30일 전화', noSuchDay('2월 30일')],
    ['person', '3099-01-01, phone', future('3099-01-01')],
    ['person', '3099-01-01T09:40Z, phone', future('3099-01-01')],
    ['person', '2026-10-31, phone', undefined],
    ['person', '2026-10-31T00:30+14:00, phone', undefined],
    ['person', '2026-11-01, phone', future('2026-11-01')],
    ['person', '1 Nov 2026, phone', future('1 Nov 2026')],
    ['person', '2026년 11월 1일 전화', future('2026년 11월 1일')],
    ['person', '1 Nov, phone', undefined],
    ['person', 'Tuesday 2026-13-45, phone', noSuchDay('2026-13-45')],
    ['person', '30 Oct 2026, phone, on file 2026-13-45', undefined],
    ['person', '2099, phone', 'Give the date and how you spoke, such as 30 Oct 09:40, by phone.'],
    ['outlet', 'https://example.org/a, seen 2026-13-45', noSuchDay('2026-13-45')],
    ['outlet', 'https://example.org/2026/13/45/a, seen 30 Oct', undefined],
    ['observation', 'Kim Min, Pier 3, 2026-13-45, 11:00', noSuchDay('2026-13-45')],
    ['dataset', 'Table 2, row 14, retrieved 3099-01-01', future('3099-01-01')],
    ['dataset', 'Plan for 2027-01-01, row 14, retrieved 30 Oct 2026', undefined],
    ['document', 'File 2026-13-45', undefined],
    ['person', 'phone Tuesday, on her trip on 5 May 2027', undefined],
    ['person', 'phone Tue., on her trip on 5 May 2027', undefined],
    ['person', 'phone, yesterday; budget 2027-01-01', undefined],
    ['person', 'Telefon gestern, Haushalt ab 1. Januar 2027', undefined],
    ['person', 'téléphone, hier, budget 2027-01-01', undefined],
    ['person', 'teléfono, ayer, presupuesto 2027-01-01', undefined],
    ['person', '어제 전화, 2027년 1월 1일 예산', undefined],
    ['person', '화요일 전화, 2027년 1월 1일 예산', undefined],
    ['person', '昨日電話、2027年1月1日の予算', undefined],
    ['person', 'yesterday, phone', 'Give the date and how you spoke, such as 30 Oct 09:40, by phone.'],
    ['person', 'mon téléphone, budget 2027-01-01', future('2027-01-01')],
    ['person', 'phone tomorrow, 2027-01-01', future('2027-01-01')],
    ['person', 'Tuesday, 3 November 2026, phone', future('3 November 2026')],
    ['person', 'Dienstag, den 3. November 2026, Telefon', future('3. November 2026')],
    ['person', '2026년 11월 3일(화요일) 전화', future('2026년 11월 3일')],
    ['person', '2099-01-01, phone, budget 2026', future('2099-01-01')],
    ['person', '2099-01-01 at 09:40, phone', future('2099-01-01')],
    ['outlet', 'The Economist p. 3, 7 November 2026', undefined],
    ['outlet', 'Vogue p. 3, 31 December 2026', undefined],
    ['outlet', 'Vogue p. 3, 1 January 2027', future('1 January 2027')],
    ['outlet', '月刊誌 3面 2026年12月1日', undefined],
    ['outlet', 'https://example.org/a, seen 7 November 2026', future('7 November 2026')],
    ['outlet', 'https://example.org/a, p. 3, 7 November 2026', future('7 November 2026')],
    ['person', 'The Economist p. 3, 7 November 2026', future('7 November 2026')],
    ['person', '45 March 2026, phone', noSuchDay('45 March 2026')],
    ['person', '31 septiembre, teléfono', noSuchDay('31 septiembre')],
    ['person', '4 févr. 2026, téléphone', undefined],
    ['person', '3 ago 2026, teléfono', undefined],
    ['person', '31. Jänner 2026, Telefon', undefined],
  ])('%s: “%s” → %s', (kind, locator, why) => expect(whyNotLocator({ locator }, kind, NOW)).toBe(why))

  test.each<[SourceKind, string]>([
    ['observation', 'Kim Min, 45 Market Street, Tuesday 11:00'],
    ['observation', 'Kim Min, 40 Main Street, Tuesday 11:00'],
    ['observation', 'Kim Min, 38 May Street, Tuesday 11:00'],
    ['observation', 'Anna Weber, 45 Marktplatz, Dienstag 11:00'],
    ['observation', 'Anna Weber, Marktplatz 3, 4. März 2026, 11 Uhr'],
    ['person', 'Telefon Dienstag, Marxstraße 40'],
    ['person', 'Telefon Dienstag, Mainz 40'],
    ['person', 'phone Tuesday about 35 Marines killed'],
    ['person', 'phone Tuesday, Decker 45'],
    ['person', 'phone Tuesday, Novartis 45'],
    ['person', 'phone Tuesday, about 45 decisions'],
    ['person', 'phone Tuesday, about 45 Mar-a-Lago guests'],
  ])('%s: “%s” has a word that begins like a month, and another day', (kind, locator) =>
    expect(whyNotLocator({ locator }, kind, NOW)).toBe(undefined),
  )

  test.each<[SourceKind, string]>([
    ['person', 'phone, Mark 3'],
    ['person', 'mail, 12 marriages'],
    ['person', 'Signal chat with 5 Marines'],
    ['person', 'phone, ext. Marta 12'],
    ['person', 'phone, May 32'],
    ['observation', 'Kim Min, 12 Main Street'],
    ['dataset', 'Table 2, row 14, 5 decisions'],
    ['outlet', 'https://example.org/a 5 Marines'],
  ])('%s: “%s” has a word that begins like a month, and no day', (kind, locator) =>
    expect(passes(locator, kind)).toBe(false),
  )

  test('with a captured file, the label stays free', () =>
    expect(passes('2026-13-45, phone', 'person', { kind: 'text', text: { parts: [{ text: 'Words' }] } })).toBe(true))
})

describe('with a captured file', () => {
  const pdf: CapturedFile = {
    kind: 'pdf',
    text: {
      pages: 3,
      parts: [
        { page: 1, text: 'Agreement of\n4 November' },
        { page: 2, text: 'The stoppage lasted 17 hours, from 15:40 to 08:40.' },
        { page: 3, text: '' },
      ],
    },
  }
  test('the page exists', () => {
    expect(
      ['p. 1', 'p. 3', 'p. 4', 'p. 0', 'page 12', '3쪽', '9쪽', 'Exhibit C'].map((at) => passes(at, 'document', pdf)),
    ).toEqual([true, true, false, false, false, true, false, true])
    expect(whyNotLocator({ locator: 'p. 4' }, 'document', NOW, pdf)).toBe(
      'There is no page 4: the captured file has 3 pages.',
    )
  })
  test('the excerpt is found in it, on the page that is named', () => {
    const held = (locator: string, excerpt: string): boolean => passes(locator, 'document', pdf, excerpt)
    expect(held('p. 2', 'lasted 17 hours')).toBe(true)
    expect(held('p. 2', 'The  stoppage … from 15:40')).toBe(true)
    expect(held('p. 1', 'lasted 17 hours')).toBe(false)
    expect(held('p. 2', 'lasted 18 hours')).toBe(false)
    expect(held('whole', 'Agreement of 4 November')).toBe(true)
    expect(held('clause 1', 'hours … stoppage')).toBe(false)
  })
  const holds = (text: string, excerpt: string): boolean =>
    passes('whole', 'document', { kind: 'text', text: { parts: [{ graf: 1, text }] } }, excerpt)
  test.each([
    ['On Monday 117 people died.', '17 people died'],
    ['On Monday 17 people died.', '7 people died'],
    ['It rose by 1,500 won.', '500 won'],
    ['It was -17 there.', '17 there'],
    ['There were 170 of them.', 'were 17'],
    ['They were unable to stop it.', 'able to stop it'],
    ['On Monday 117 people died.', '[About]17 people died'],
    ['First 117, then 17 left.', 'First … 17, then'],
    ['사망자는 117명이다.', '17명이다'],
  ])('%s: “%s” begins or ends inside a number or word', (text, excerpt) => expect(holds(text, excerpt)).toBe(false))
  test.each([
    ['On Monday 17 people died.', '17 people died'],
    ['First 117, then 17 people died.', '17 people died'],
    ['They need it.', '[T]hey need it'],
    ['They need it.', '[We]y need it'],
    ['We negotiate now.', 'We negotiat[ed] now'],
    ['Of them 17 people died3 in May.', '17 people died'],
    ['Of them 17 people died³ in May.', '17 people died'],
    ['회의는 17시간이었다.', '17시간'],
    ['会谈持续了三天。', '持续了三天'],
  ])('%s: “%s” stands in it', (text, excerpt) => expect(holds(text, excerpt)).toBe(true))
  test('a page without text, as in a scan, is compared with nothing', () =>
    expect(passes('p. 3', 'document', pdf, 'as I read it')).toBe(true))
  test('a person’s evidence needs no date when the words were captured', () =>
    expect(passes('¶ 1', 'person', { kind: 'text', text: { parts: [{ graf: 1, text: 'Yes.' }] } })).toBe(true))
  test('the graf exists', () => {
    const note: CapturedFile = {
      kind: 'text',
      text: {
        parts: [
          { graf: 1, text: 'One' },
          { graf: 2, text: 'Two' },
        ],
      },
    }
    expect(['¶ 2', '¶ 3', '¶ 0'].map((at) => passes(at, 'document', note))).toEqual([true, false, false])
  })
  test('the time lies within', () => {
    const sound: CapturedFile = { kind: 'audio', duration: 754 }
    expect(['12:34', '12:35', '1:00:00', 'minute two', 'whole'].map((at) => passes(at, 'media', sound))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    const captions: CapturedFile = {
      kind: 'text',
      text: {
        parts: [
          { graf: 1, time: '00:00:01', text: 'Hello' },
          { graf: 2, time: '00:10:00', text: 'Bye' },
        ],
      },
    }
    expect(['00:05:00', '00:10:30', '00:12:00'].map((at) => passes(at, 'media', captions))).toEqual([true, true, false])
    // A clock time in a paper is no timecode.
    expect(passes('p. 2, 23:59', 'document', pdf)).toBe(true)
  })
})

test.each([
  ['3쪽 2문단', { page: 3, paragraph: 2 }],
  ['3쪽 2번째 줄', { page: 3 }],
  ['3페이지, 2번째 문단', { page: 3, paragraph: 2 }],
  ['쪽 5, 문단 2', { page: 5, paragraph: 2 }],
  ['제4문단', { paragraph: 4 }],
  ['p. 3 ¶ 2', { page: 3, paragraph: 2 }],
] as const)('“%s” leads to its page and paragraph', (locator, place) => {
  expect(locatorPlace(locator)).toEqual(place)
})

test.each([
  ['2026-10-30 09:40, phone, 00:12:31', 751],
  ['2026-10-30 09:40, phone, 12:31', 751],
  ['2026-10-30T09:40 phone', undefined],
  ['30 Oct, 09:40, by phone', undefined],
  ['1 October 09:40, by phone', undefined],
  ['Tuesday at 9:40, in person', undefined],
  ['09:40 on 30 Oct, by phone', undefined],
  ['30 Oct 09:40–10:15, call', undefined],
  ['30 Oct 09:40–10:15, call, 1:02:34', 3754],
  ['9:40 pm, call', undefined],
  ['30.10. 09:40 Uhr, Telefon, 2:10', 130],
  ['10월 30일(금) 오전 9:40, 전화, 3:05', 185],
  ['2026-10-30 00:12:31', 751],
  ['Briefing 2026, 12:31', 751],
  ['Second part, 12:31', 751],
  ['09:40', 580],
  ['75:10, 30 Oct', 4510],
] as const)('the timecode of “%s” is %s s: a time of day is not a timecode', (locator, time) => {
  expect(locatorPlace(locator).time).toBe(time)
})

test('a time of day is no place in a recording, and a timecode after it counts', () => {
  const sound: CapturedFile = { kind: 'audio', duration: 480 }
  const why = (locator: string) => whyNotLocator({ locator }, 'person', NOW, sound)
  expect([why('2026-10-30 09:40, phone'), why('2026-10-30 09:40, phone, 00:02:31')]).toEqual([
    'Say at what time in the recording, such as 00:12:31.',
    undefined,
  ])
})

describe('in a captured file that cannot be read', () => {
  const unread: CapturedFile = { kind: 'other', trouble: 'it is named .docx, but it is not a Word document' }
  test.each([['p. 1'], ['¶ 2'], ['00:12'], ['3쪽']])('“%s” is not found', (locator) =>
    expect(whyNotLocator({ locator }, 'document', NOW, unread)).toBe(
      'The captured file cannot be read, so no one can say that this place is in it. Capture it in a form that Stet ' +
        'can read, or describe the place without a page, paragraph, time or excerpt.',
    ),
  )
  test('no excerpt is found', () => expect(passes('cover letter', 'document', unread, 'It cost 100 won')).toBe(false))
  test('a place that people describe is free', () => expect(passes('cover letter', 'document', unread)).toBe(true))
})
