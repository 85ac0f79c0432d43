/** The forms in which a protected name or address is found, and those in which other words are not taken for one. */
import { describe, expect, test } from 'vitest'
import { clipboardLeaks, type ClipboardText } from '../../../src/projection/scan/clipboardLeaks'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { maskNames } from '../../../src/projection/scan/maskNames'
import { prepare } from '../../../src/projection/scan/prepared'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { Source } from '../../../src/story/desk/source'
import { safeHref } from '../../../src/editor/schema/safeHref'
import { tableOf } from '../../../src/story/copy/tables'
import { POOL } from '../../builders/stories/storyFrom'

const guarded = (known: Partial<Source>): Source => ({
  ...POOL,
  name: 'Nobody Here',
  kind: 'person',
  protected: true,
  ...known,
})
const scan = (known: Partial<Source>, text: string, mediaType = 'text/plain') =>
  scanForLeaks({ text, fileName: '', mediaType }, protectedTerms([guarded(known)]), [], [])
const named = (name: string, text: string, mediaType?: string): boolean => scan({ name }, text, mediaType).length > 0
const reached = (contact: string, text: string): boolean => scan({ contact }, text).length > 0

describe('a name is found', () => {
  test.each([
    ['with a capital I for l', 'Daniel Okafor', 'DanieI Okafor'],
    ['of one word, with a capital I for l', 'Tolland', 'ToIland'],
    ['with rn for m', 'Simon Farmer', 'Sirnon Farrner'],
    ['in small capitals', 'Marta Quill', 'ᴍᴀʀᴛᴀ qᴜɪʟʟ'],
    ['in squared capitals', 'Ana Vega', '🅰🅽🅰 🆅🅴🅶🅰'],
    ['with marks on look-alikes', 'Marta Quill', 'M\u0430\u0301rt\u0430\u0301 Quill'],
    ['in capitals that look like capitals of another script', 'Simon Farmer', 'ЅІМОΝ FАRМЕR'],
    ['with initials', 'Daniel Okafor', 'D. C. Okafor'],
    ['with the family name first', 'Daniel Okafor', 'Okafor Daniel'],
    ['with umlauts by hand', 'Jürgen Möller', 'Juergen Moeller'],
    ['declined', 'Анна Белова', 'Анну Белову'],
    ['with spaces between signs', '山田花子', '山 田 花 子'],
    ['in Korean with a space', '김민서', '김 민서'],
    ['with a particle', 'Daniel Okafor', 'Daniel de la Okafor'],
    ['in an address with a middle name', 'Daniel Okafor', 'see daniel-chuks-okafor'],
    ['with a hyphen at the end of a line', 'Daniel Okafor', 'Daniel Oka-\nfor'],
    ['over a line end in Hangul', '김민서', '김민\n서'],
    ['percent-encoded', 'Ana Vega', '%41%6e%61%20%56%65%67%61'],
    ['percent-encoded five times', 'Ana Vega', '%25252541na%252525252520Vega'],
    ['percent-encoded in Latin-1', 'Zoë Vega', 'Zo%EB%20Vega'],
    ['as entities by number', 'Ana Vega', '&#65;n&#x61; V&#101;ga'],
    ['as entities with accents', 'José Muñoz', 'Jos&eacute; Mu&ntilde;oz'],
    ['with an initial before its particles', 'Jan van der Berg', 'J. van der Berg'],
    ['with an initial in an address', 'Daniel Okafor', 'mailto:dokafor@example.org'],
    ['with an initial and a sign in an address', 'Daniel Okafor', 'Daniel.O7@example.org'],
    ['with an initial in a handle', 'Daniel Okafor', '@okafor_d'],
    ['with the initial of the family name and a sign', 'Martin Adler', 'martin.a@example.org'],
    ['with the initial of the family name first', 'Lara Cohen', '@c_lara'],
    ['without its title', 'Dr. Joseph Wilson', 'Joseph Wilson gave the memo'],
    ['without two titles and an article', 'The Rev. Dr. Ann Lee', 'Ann Lee gave the memo'],
    ['without its Korean title', '김민수 과장', '김민수가 그것을 확인했다'],
    ['without a Korean title run together with it', '김민수과장님', '김민수가 그것을 확인했다'],
    ['without a former title', '김민수 전 장관', '김민수가 그것을 확인했다'],
    ['without its Japanese title', '田中太郎さん', '田中太郎は'],
    ['without a note in brackets', 'Joseph Wilson (the deputy)', 'Joseph Wilson gave the memo'],
    ['without a note behind a slash', 'Joseph Wilson / accountant', 'Joseph Wilson gave the memo'],
    ['without a note behind a comma', 'Joseph Wilson, accountant', 'Joseph Wilson gave the memo'],
    ['without a note behind a dash', 'Joseph Wilson – accountant', 'Joseph Wilson gave the memo'],
    ['without a nickname', 'Joseph “Joe” Wilson', 'Joseph Wilson gave the memo'],
    ['without what follows it', 'Joseph Wilson Jr.', 'Joseph Wilson gave the memo'],
    ['without its initial', 'Joseph R. Wilson', 'Joseph Wilson gave the memo'],
    ['with all of these', 'Dr. Joseph R. Wilson (the deputy)', 'Joseph Wilson gave the memo'],
    ['of one word behind a title', 'Mr. Wilson', 'Wilson gave the memo'],
    ['with the family name first and a title between', 'Wilson, Dr. Joseph', 'Joseph Wilson gave the memo'],
    ['in Hangul in brackets', 'Kim Min-ji (김민지)', '김민지가'],
    ['before its Hangul in brackets', 'Kim Min-ji (김민지)', 'Kim Min-ji'],
    ['in Latin letters in brackets', '김민지 (Kim Min-ji)', 'Kim Min-ji'],
    ['in Latin letters with the family name last', '김민지(Minji Kim)', 'Minji Kim'],
    ['in Chinese signs in brackets', '김민지(金敏智)', '金敏智'],
    ['in Hangul behind a nickname', 'Mimi (김민지)', '김민지가'],
    ['in the host of an address, as Stet writes it', '김민지', safeHref('https://김민지.kr/a') ?? ''],
    ['in two labels of a host', 'Иван Петров', safeHref('https://иван.петров.рф') ?? ''],
    ['in a host in capitals', 'Hanna Müller', 'XN--HANNA-MLLER-ZHB.DE'],
    ['in the host of a mail address', 'Hanna Müller', 'post@xn--hanna-mller-zhb.de'],
    ['with umlauts where it was entered by hand', 'Hanna Mueller', 'Hanna Müller'],
    ['with neither', 'Hanna Mueller', 'Hanna Muller'],
    ['with two of them', 'Joerg Boehm', 'Jörg Böhm'],
    ['with the umlaut as an entity', 'Hanna Mueller', 'Hanna M&uuml;ller'],
    ['with the umlaut as a mark of its own', 'Hanna Mueller', 'Hanna Mu\u0308ller'],
    ['with a ring and a stroke', 'Aase Soerensen', '&Aring;se S&oslash;rensen'],
    ['with an initial and an umlaut', 'Hanna Mueller', 'H. Müller'],
    ['of four letters, with its umlaut', 'Mr. Baer', 'Bär gave the memo'],
    ['in escapes of JSON', 'José Muñoz', 'Jos\\u00e9 Mu\\xf1oz'],
  ])('%s', (_, name, text) => expect(named(name, `so ${text} so`)).toBe(true))

  test('down the column of a table in Markdown, headers above', () => {
    expect(named('Daniel Okafor', '| Room | Daniel |\n| --- | --- |\n| 14 | Okafor |')).toBe(true)
    expect(named('Daniel Okafor', '| Daniel | 12 |\n| Okafor | 14 |')).toBe(true)
  })
  test('down the column of a table in a page, and not from the end of one cell to the next', () => {
    const page = (one: string, two: string): string =>
      `<table><tr><td>${one}</td><td>12</td></tr><tr><td>${two}</td><td>14</td></tr></table>`
    expect(named('Daniel Okafor', page('Daniel', 'Okafor'), 'text/html')).toBe(true)
    expect(named('Daniel Okafor', '<p>We saw Daniel</p><p>Carter met Okafor</p>', 'text/html')).toBe(false)
  })
})

describe('other words are no name', () => {
  test.each([
    ['a sentence ends behind a word between them', 'Daniel Okafor', 'We saw Daniel Carter. Okafor left'],
    ['a sentence ends before a word between them', 'Daniel Okafor', 'We saw Daniel. Carter Okafor left'],
    ['a comma and a second person', 'Daniel Okafor', 'Daniel Carter, Ngozi Okafor'],
    ['words of a headline', 'Daniel Okafor', 'Daniel Warns Okafor'],
    ['words of a headline in an address', 'Daniel Okafor', 'see daniel-warns-okafor'],
    ['two names run together', 'Daniel Okafor', 'Daniel CarterNgozi Okafor'],
    ['a single word in loose look-alikes', 'Comer', 'round the corner'],
    ['other words that only look like it', 'Bali', 'the ball was lost'],
    ['syllables of other words', '김준', '김준호 씨가'],
    ['an address of another person', 'Daniel Okafor', 'cokafor@example.org, daniela@example.org'],
    ['an address that begins with a longer first name', 'Martin Adler', 'martina@example.org, @martina'],
    ['an address that ends with a longer first name', 'Lara Cohen', 'clara@example.org, @clara, l@clara.example'],
    ['an initial before the family name as one word', 'Daniel Okafor', 'the Dokafor valley'],
    ['digits', 'IO', 'there were 10 of them'],
    ['a common word', 'Rose', 'prices rose again'],
    ['an ordinary word', 'He', 'He said so. Then he left'],
    ['a month', 'May', 'It was on May 5 that they met'],
    ['a month without a day', 'June', 'They met in June again'],
    ['a title alone', 'Dr. Joseph Wilson', 'Dr. Kim saw Joseph and Wilson'],
    ['titles without a name', 'Deputy Director', 'a deputy spoke, and the director'],
    ['a syllable behind a title', '김 과장', '김 부장이 말했다'],
    ['a letter behind a title', 'Mr. X', 'X marks the spot'],
    ['a first name that is a title too', 'Don Johnson', 'Ann Johnson'],
    ['a family name before a comma', 'Wilson, Joseph', 'Ann Wilson and Joseph Carter'],
    ['a note', 'Joseph Wilson (the deputy)', 'the deputy said'],
    ['a Korean note', 'Kim Min-ji (국방부 대변인)', '국방부 대변인이'],
    ['a Latin note that is an employer', '김민지 (Samsung Electronics)', 'Samsung Electronics'],
    ['a Korean firm in brackets', 'Kim Min-ji (삼성전자)', '삼성전자가'],
    ['a name of three letters without its second vowel', 'Joe', 'Jo left'],
    ['a name without its second vowel', 'Mr. Lauer', 'Laura and Lauren left'],
    ['another word without the second vowel', 'Mr. Maeda', 'Madam Secretary'],
    ['a town without the second vowel', 'Ms. Monroe', 'in Monrovia and Palo Alto'],
    ['a first name of three letters without its second vowel', 'Joe Smith', 'Jo Smith left'],
    ['a Korean law firm in brackets', 'Kim Min-ji (김앤장)', '김앤장이'],
    ['a host of other letters', '김민지', 'https://xn--3e0b707e.kr, https://xn--0.kr, https://xn--99999999999999.kr'],
    ['the first word of another name', 'Lee', 'Then Lee Jae-myung left the room again'],
  ])('%s', (_, name, text) => expect(named(name, `so it was: ${text} so`)).toBe(false))

  test('but the name with another name of its source is one', () => {
    expect(scan({ name: 'Lee Chan', aliases: ['Lee'] }, 'Then Lee Chan left the room with others again')).not.toEqual(
      [],
    )
    expect(
      scan({ name: 'Dan Okafor', aliases: ['Lee'] }, 'Then Lee Okafor left the room with others again'),
    ).not.toEqual([])
    expect(scan({ name: 'Dan Okafor', aliases: ['Dan'] }, 'so @Dan said')).not.toEqual([])
    expect(scan({ name: 'Nobody', aliases: ['Rose'] }, 'see @rose_2 for it')).not.toEqual([])
  })
})

describe('a family name that several people share is read with each of them', () => {
  test.each([
    'Ana and Luis Ruiz',
    'Ana, Luis and Marta Ruiz',
    'Ana, Luis, Jo, Pia, Tom, and Marta Ruiz',
    'Nina, Ana and Luis Ruiz',
    'Ana and Luis and Marta Ruiz',
    'Ana und Luis Ruiz',
    'Ana y Luis Ruiz',
    'Ana et Luis Ruiz',
    'Ana i Luis Ruiz',
    'Ana & Luis Ruiz',
    'Ana/Luis Ruiz',
    'neither Ana nor Luis Ruiz',
    'ANA AND LUIS RUIZ',
    'Ana, 43, and Luis Ruiz, 45,',
    'Ana (43) and Luis Ruiz',
    'Ana M. and Luis Ruiz',
    'A. and L. Ruiz',
    'Dr. Ana and Dr. Luis Ruiz',
    'Ana and Luis Miguel Ruiz',
    'Ana and Luis “Lucho” Ruiz',
    'Siblings Ana and Luis Ruiz',
    'Ana and\nLuis Ruiz',
    'Ana and her brother Luis Ruiz',
    'Ana and her late brother, Luis Ruiz,',
    'Ana, her brother Luis and Marta Ruiz',
    'Ana y su hermano mayor Luis Ruiz',
    'Ana und ihr Bruder Luis Ruiz',
    'Ana et son frère Luis Ruiz',
    'Luis Ruiz and his sister Ana',
    'Luis Ruiz, 43, and his late sister, Ana,',
    'see ana-and-luis-ruiz',
    'see ?q=ana+and+luis+ruiz',
    'Ana%20and%20Luis%20Ruiz',
    '\u0410na and Luis R\u00aduiz',
  ])('%s', (text) => expect([named('Ana Ruiz', `Then ${text} left.`), named('Ana Ruiz', text)]).toEqual([true, true]))

  test.each([
    ['Ruiz, Ana', 'Ana and Luis Ruiz'],
    ['Ana María Ruiz', 'Ana María and Luis Ruiz'],
    ['Maria Ruiz', 'Maria Anna and Luis Ruiz'],
    ['Ana de la Cruz', 'Ana and Luis de la Cruz'],
    ['Ana Ortega y Gasset', 'Ana y Luis Ortega y Gasset'],
    ['Ana d’Arcy', 'Ana and Luis d’Arcy'],
    ['Ana McDonald', 'Ana and Luis MacDonald'],
    ['Hanna Müller', 'Hanna und Jo Mueller'],
    ['Jean-Pierre Dupont', 'Jean-Pierre et Marie Dupont'],
    ['Анна Белова', 'Анна и Иван Беловы'],
  ])('%s: %s', (name, text) => expect(named(name, `Then ${text} left.`)).toBe(true))

  test.each([
    ['Ana Ruiz', 'Ana Lopez and Luis Ruiz'],
    ['Ana Ruiz', 'Ana Lopez, Marta and Luis Ruiz'],
    ['Ana Ruiz', 'Ana Lopez and her brother Luis Ruiz'],
    ['Ana Ruiz', 'Ana, Luis Poe and Marta Ruiz'],
    ['Ana Ruiz', 'Ana and Luis Poe, Marta and Jo Ruiz'],
    ['Ana Ruiz', 'Ana and the mayor, Luis Ruiz'],
    ['Ana Ruiz', 'Ana and mayor Luis Ruiz'],
    ['Ana Ruiz', 'Ana met Luis and Marta Ruiz'],
    ['Ana Ruiz', 'Ana and Luis met Ruiz'],
    ['Ana Ruiz', 'Ana and Luis Meet Ruiz'],
    ['Ana Ruiz', 'Ana and Luis. Ruiz left'],
    ['Ana Ruiz', 'Ana. And Luis Ruiz left'],
    ['Ana Ruiz', 'Luis Ruiz and Ana'],
    ['Ana Ruiz', 'Luis Ruiz and his lawyer Ana'],
    ['Ana Ruiz', 'Luis Ruiz and his sister Ana Poe'],
    ['Ana Ruiz', 'see ana-lopez-and-luis-ruiz'],
    ['Ana Ruiz', 'see ana-and-luis-met-ruiz'],
    ['Beth Ruiz', 'Mary Martin and Luis Ruiz'],
    ['Mary Ruiz', 'Mary Martin and Luis Ruiz'],
    ['Martin Ruiz', 'Anna Martin and Luis Ruiz'],
    ['Martin Ruiz', 'see anna-martin-and-luis-ruiz'],
  ])('but not with anybody else, as of %s in “%s”', (name, text) =>
    expect(named(name, `so it was: ${text} so`)).toBe(false),
  )

  test('a word alone is sought where it stands', () => {
    expect(scan({ aliases: ['April'] }, 'between April and May Day')).toEqual([])
    expect(scan({ aliases: ['Ruiz'] }, 'Ana and Luis Ruiz')).toHaveLength(1)
  })

  test('and all that tells the name is masked', () => {
    expect(
      maskNames('Then Ana, Luis and Marta Ruiz left. Ana Ruiz left.', protectedTerms([guarded({ name: 'Ana Ruiz' })])),
    ).toBe('Then Source A left. Source A left.')
  })

  test('also in an address, where a note is masked before it is written down', () => {
    expect(maskNames('see x?q=Ana%20and%20Luis%20Ruiz', protectedTerms([guarded({ name: 'Ana Ruiz' })]))).toBe(
      'see x?q=Source A',
    )
  })

  test('in a list that goes on and on', () => {
    const text = 'ANA AND LUIS '.repeat(8000)
    const [reading] = prepare(text).readings
    expect((reading?.text.length ?? Infinity) / text.length).toBeLessThan(6)
  })
})

test.each([
  ['at http://xn--4k0bm4xcwk.kr/a today', 'at http://Source A.kr/a today'],
  ['https://a.kr/%EA%B9%80%EB%AF%BC%EC%A7%80?b=%20', 'https://a.kr/Source A?b=%20'],
  ['https://a.kr/%25EA%25B9%2580%25EB%25AF%25BC%25EC%25A7%2580', 'https://a.kr/Source A'],
])('a name in an encoded address is masked whole: %s', (text, masked) => {
  expect(maskNames(text, protectedTerms([guarded({ name: '김민지' })]))).toBe(masked)
})
test('a run of encoded letters may be as long as it likes', () => {
  const long = '%41'.repeat(150_000)
  expect(maskNames(`${long} 김민지`, protectedTerms([guarded({ name: '김민지' })]))).toBe(`${long} Source A`)
})
test('a name with an encoded space is masked whole', () => {
  const terms = protectedTerms([guarded({ name: 'Marta Quill' })])
  expect(maskNames('https://a.org/%4Darta%20Quill/100%', terms)).toBe('https://a.org/Source A/100%')
})

test('a name is one hit with its title and one without it', () => {
  expect(scan({ name: 'Dr. Joseph Wilson' }, 'so Dr. Joseph Wilson so').map(({ message }) => message)).toEqual([
    'Source A’s name is outside the copy. It must not leave the desk.',
  ])
  expect(
    maskNames('so Dr. Joseph Wilson met Joseph Wilson', protectedTerms([guarded({ name: 'Dr. Joseph Wilson' })])),
  ).toBe('so Source A met Source A')
})

test('an alias of one word behind a form of address is not sought without it', () => {
  expect(scan({ aliases: ['Ms. Kim'] }, 'so Kim so')).toEqual([])
  expect(scan({ aliases: ['Ms. Ann Kim'] }, 'so Ann Kim so')).not.toEqual([])
})

test('what a document is called is sought as it is', () => {
  expect(scan({ kind: 'document', name: 'Prosecutor Files (2024)' }, 'so Prosecutor Files so')).toEqual([])
})

describe('an address is found', () => {
  test.each([
    ['with (at)', 'd.okafor@proton.example', 'd.okafor(at)proton.example'],
    ['with words for its signs', 'd.okafor@proton.example', 'd dot okafor at proton dot example'],
    ['in German', 'd.okafor@proton.example', 'd punkt okafor [at] proton punkt example'],
    ['in Korean', 'okafor@proton.example', 'okafor 골뱅이 proton 점 example'],
    ['in look-alike letters', 'okafor@proton.example', 'оkаfоr@рrоtоn.example'],
    ['percent-encoded', 'okafor@proton.example', 'okafor%40proton%2Eexample'],
    ['a number without its country', '+49 170 1234567', '0170 1234567'],
    ['a handle of letters and digits beside other words', 'Threema ABCD1234, mornings', 'Threema-ID: abcd1234'],
    ['a handle beside a number', 'Wire danny_77 or +49 170 1234567', 'danny_77'],
    ['a handle with a point', 'Signal danny77.01', '@danny77.01'],
    ['a handle of digits behind a small letter', 'Signal danny77, mornings', 'ask @danny77'],
    ['a handle with a capital', 'Wire Danny_77, not 99', 'danny_77'],
    ['an id of Threema that begins with a digit', 'Threema 8BCD123X, Wire @dan', 'Threema: 8bcd123x'],
    ['a number behind a letter and a point', 'M.010.1234.5678', '010-1234-5678'],
    ['a number run together with its word', 'Tel.01012345678', '010 1234 5678'],
    ['a number run together with a small word', 'tel.01012345678, @dan', '010-1234-5678'],
    ['a number behind a word and a part of it', 'Tel.0049170-12345', '0049 170 12345'],
    ['a number behind Hangul', '전화01012345678', '010-1234-5678'],
    ['a number behind Hangul, beside a handle', '카톡 danny_77, 전화01012345678', '010-1234-5678'],
    ['a number with other spaces', '+49 170 1234567', '0170-12 34 567'],
    ['the first of two numbers with a slash', '010-1234-5678 / 010-9999-8888', '010-1234-5678'],
    ['the second of two numbers with a slash', '010-1234-5678 / 010-9999-8888', '010 9999 8888'],
    ['the first of two numbers with a space', '010-1234-5678 02-765-4321', '010-1234-5678'],
    ['the second of two numbers in groups', '415 555 0134 415 555 0199', '(415) 555-0199'],
    ['the second of two with a plus', '+82 10 1234 5678 +49 30 1234567', '030/1234567'],
    ['a number with a slash in it', '030/1234567', '030 1234567'],
    ['a profile by its address', 'https://www.facebook.com/marta.quill.9?ref=bookmarks', 'facebook.com/marta.quill.9'],
    ['a profile behind a word', 'Telegram https://t.me/mq_77/', 'see t.me/mq_77'],
    ['an address with a host of other letters', 'post@xn--4k0bm4xcwk.kr', 'post@김민지.kr'],
    ['an address that a browser copied', 'https://a.org/%EA%B9%80%EB%AF%BC%EC%A7%80', 'a.org/김민지'],
  ])('%s', (_, contact, text) => expect(reached(contact, `so ${text} so`)).toBe(true))
  test.each([
    ['@dan, COVID19 ward', 'The COVID19 ward was full'],
    ['@dan, knows Section230', 'Section230 protects hosts'],
    ['@dan on Windows11', 'Windows11 came out'],
    ['@dan, 오후3시에', '오후3시에 만났다'],
    ['@dan, kim19991231@example.org', 'It was on 1999-12-31'],
    ['https://www.facebook.com/profile.php?id=100012', 'at facebook.com/profile.php?id=5'],
    ['https://www.facebook.com/', 'at facebook.com'],
    ['https://www.youtube.com/watch?v=mq77', 'at youtube.com/watch?v=else'],
    ['https://www.google.com/search?q=quill', 'at google.com/search?q=else'],
    ['010-1234-5678 / 010-9999-8888', 'call 02-5678-0109 or 1234-567'],
  ])('and not by ordinary words of its note: %s', (contact, text) =>
    expect(reached(contact, `so it was: ${text} so`)).toBe(false),
  )
  test('and not where its words only stand near by', () =>
    expect(reached('okafor@proton.example', 'Okafor was at the Proton works, for example')).toBe(false))
})

describe('the clipboard', () => {
  const leaves = (text: ClipboardText): readonly string[] =>
    clipboardLeaks(text, {
      sources: [guarded({ name: 'Daniel Okafor' })],
      internalIds: [],
      copy: [],
      confirmed: new Set(),
    })
  test('tells a name in its text, and in its page', () => {
    expect(leaves({ text: 'We met D\u0430niel Okafor.' })).toEqual(['Source A'])
    expect(leaves({ text: 'We met.', html: '<p title="Daniel Chuks Okafor">We met.</p>' })).toEqual(['Source A'])
    expect(leaves({ text: 'We met.', html: '<p>We met.</p>' })).toEqual([])
  })
})

describe('a name over cells of the copy', () => {
  const cells = tableOf(
    [
      ['Seen by', 'Room'],
      ['Daniel', '12'],
      ['Okafor', '14'],
    ].map((row) => row.map((text) => ({ text, spans: [] }))),
    true,
  )
  const places = (text: string): readonly string[] =>
    scanForLeaks(
      { text, fileName: '', mediaType: 'text/plain' },
      protectedTerms([guarded({ name: 'Daniel Okafor' })]),
      [],
      cells,
    ).map(({ place }) => place)
  test('is in the copy where the table is the copy’s, and elsewhere where it is another', () => {
    expect(places('Seen by | Room\nDaniel | 12\nOkafor | 14')).toEqual(['copy'])
    expect(places('Guests | Table\nDaniel | 3\nOkafor | 4')).toEqual(['elsewhere'])
  })
})
