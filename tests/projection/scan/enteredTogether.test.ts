/** What is sought of an entry that holds more than one plain name: two people, an age, another name behind “aka”. */
import { describe, expect, test } from 'vitest'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { nameParts } from '../../../src/story/desk/names/nameParts'
import type { Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'

const isFound = (known: Partial<Source>, text: string, mediaType = 'text/plain'): boolean =>
  scanForLeaks(
    { text, fileName: '', mediaType },
    protectedTerms([{ ...POOL, kind: 'person', protected: true, ...known }]),
    [],
    [],
  ).length > 0

describe('each of two people in one entry is sought', () => {
  test.each([
    ['Kim Min-ji and Lee Jun', ['Kim Min-ji', 'Lee Jun']],
    ['Kim Min-ji & Lee Jun', ['Kim Min-ji', 'Lee Jun']],
    ['Ana Ruiz und Marta Quill', ['Ana Ruiz', 'Marta Quill']],
    ['Ana Ruiz y Marta Quill', ['Ana Ruiz', 'Marta Quill']],
    ['Ana Ruiz or Marta Quill (nurses)', ['Ana Ruiz', 'Marta Quill']],
    ['Dr. Ana Ruiz and Ms. Marta Quill', ['Ana Ruiz', 'Marta Quill']],
    ['Ana and Luis Ruiz', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana and Luis Ruiz (nurses)', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana (43) and Luis Ruiz', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana, Luis and Marta Ruiz', ['Ana Ruiz', 'Luis Ruiz', 'Marta Ruiz']],
    ['Ana, Luis, Jo, and Marta de la Cruz', ['Ana de la Cruz', 'Luis de la Cruz', 'Jo de la Cruz']],
    ['Ana, 43, and Luis Ruiz, 45', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ruiz, Ana and Luis', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ruiz, Ana & Luis', ['Ana Ruiz', 'Luis Ruiz']],
    ['de la Cruz, Ana, Luis and Marta', ['Ana de la Cruz', 'Luis de la Cruz', 'Marta de la Cruz']],
    ['Ana Ruiz, Luis Poe', ['Ana Ruiz', 'Luis Poe']],
    ['Ana Ruiz; Luis Poe', ['Ana Ruiz', 'Luis Poe']],
    ['Ana Ruiz/Luis de la Cruz, 43', ['Ana Ruiz', 'Luis de la Cruz']],
    ['Ana Ruiz with Luis Poe', ['Ana Ruiz']],
    ['Wilson, Joseph and Ann Poe', ['Joseph Wilson', 'Ann Poe']],
    ['Ana and her brother Luis Ruiz', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana Ruiz and her late brother Luis Poe', ['Ana Ruiz', 'Luis Poe']],
    ['Ana Ruiz and her brother Luis (nurse)', ['Ana Ruiz', 'Luis Ruiz']],
    ['Dr. Ana Ruiz and her brother Luis', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana y su hermano mayor Luis de la Cruz', ['Ana de la Cruz', 'Luis de la Cruz']],
    ['Ana Ruiz und ihr Bruder Luis', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana Ruiz et son frère Luis', ['Ana Ruiz', 'Luis Ruiz']],
    ['Ana Ruiz and her lawyer', ['Ana Ruiz']],
    ['Mr. and Mrs. Wilson', ['Chidi Wilson']],
    ['Mr and Mrs Wilson', ['Chidi Wilson']],
    ['Herr und Frau Wilson', ['Chidi Wilson']],
    ['Mrs Wilson and Mr Quill', ['Chidi Wilson', 'Marta Quill']],
    ['Jean-Pierre et Marie Dupont', ['Jean-Pierre Dupont', 'Marie Dupont']],
    ['Joseph R. Wilson and Ana Ruiz', ['Joseph Wilson', 'Ana Ruiz']],
    ['Kim Min-ji (김민지) and Lee Jun (이준호)', ['Kim Min-ji', '김민지', 'Lee Jun', '이준호']],
    ['Ana Ruiz, Luis Poe and Marta Quill', ['Ana Ruiz', 'Luis Poe', 'Marta Quill']],
    ['Ana Ruiz, 43, and Luis Poe, 45', ['Ana Ruiz', 'Luis Poe']],
    ['Dr. José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Ana Ruiz and a friend', ['Ana Ruiz']],
    ['김민지와 이준호', ['김민지', '이준호']],
    ['김민지, 이준호', ['김민지', '이준호']],
    ['김민지 씨와 이준호 씨', ['김민지', '이준호']],
    ['김민지 의원과 이준호 기자', ['김민지', '이준호']],
    ['김민지(43)와 이준호(45)', ['김민지', '이준호']],
    ['김민지·이준호', ['김민지', '이준호']],
  ])('%s', (name, people) => {
    expect(people.filter((one) => !isFound({ name }, `Then ${one} left.`))).toEqual([])
  })

  test.each([
    ['José Ortega y Gasset', 'Then Gasset left.'],
    ['Johnson and Johnson', 'Then Johnson left.'],
    ['Health and Human Services (Tom)', 'Human Services paid.'],
    ['White House and State Department aide', 'The White House paid.'],
    ['Leiter Villeroy und Boch', 'Villeroy und Boch'],
    ['Science and Technology Desk', 'The Science Desk met.'],
    ['Xylo and Technology Desk', 'The Xylo Desk met.'],
    ['Science and Politics Desk', 'The Politics Desk met.'],
    ['Rock and Roll Fan', 'The Rock Fan left.'],
    ['Rock and Roll Fan', 'A Roll Fan left.'],
    ['Ana Ruiz, Victoria Police', 'Victoria Police left.'],
    ['Ana Ruiz / Paul Smith Ltd', 'Paul Smith Ltd paid.'],
    ['Ana Ruiz; Bank of America', 'The Bank of America paid.'],
    ['Ana Ruiz, Goldman Sachs', 'Goldman Sachs paid.'],
    ['Research and Development Lab', 'A Research Lab opened.'],
    ['Ana Ruiz and her lawyer Luis', 'Luis Ruiz left.'],
    ['Ana Ruiz, nurse and mother', 'Mother Ruiz left.'],
    ['Ana Ruiz (Health and Human Services)', 'Human Services paid.'],
    ['Ana Ruiz, Bill and Melinda Gates Foundation', 'The Melinda Gates Foundation paid.'],
    ['Ana Ruiz, Marks and Spencer', 'Marks and Spencer paid.'],
    ['김민지 내과 의사', '의사가 말했다.'],
    ['김민지, 삼성전자', '삼성전자가 말했다.'],
  ])('but no part of one name or of a description: %s', (name, text) => expect(isFound({ name }, text)).toBe(false))
})

describe('an age or a year is no part of a name', () => {
  test.each([
    'Ana Ruiz 43',
    'Ana Ruiz, 43',
    'Ana Ruiz, aged 43',
    'Ana Ruiz b. 1980',
    'Ana Ruiz, born 1980',
    'Ana Ruiz *1980',
    '43-year-old Ana Ruiz',
  ])('%s', (name) => expect(isFound({ name }, 'Then Ana Ruiz left.')).toBe(true))

  test.each(['김민지 43세', '김민지, 43세', '김민지 (43)'])('%s', (name) =>
    expect(isFound({ name }, '김민지가 말했다.')).toBe(true),
  )

  test.each([
    ['Boeing 737', 'A Boeing left.'],
    ['Agent 47', 'The agent left.'],
  ])('%s is no name with an age', (name, text) => expect(isFound({ name }, text)).toBe(false))
})

describe('one word behind “aka” is sought if few people are called so, and else offered', () => {
  test.each([
    'Ana Ruiz aka Zorblat',
    'Ana Ruiz a.k.a. “Zorblat”',
    'Ana Ruiz (aka Zorblat)',
    'Ana Ruiz, known as Zorblat',
    'Ana Ruiz AKA Zorblat',
    'Ana Ruiz A.K.A. Zorblat',
    'Ana Ruiz a/k/a Zorblat',
    'Ana Ruiz also known as Zorblat',
    'Ana Ruiz (also called Zorblat)',
    'Ana Ruiz f/k/a Zorblat',
    'Ana Ruiz genannt Zorblat',
    'Zorblat (real name Ana Ruiz)',
    'Zorblat aka Ana Ruiz',
    'Ana Ruiz known as Zorblat',
    'Ana Ruiz aka ZORBLAT',
    'Ana Ruiz, alias Zorblat, nurse',
    'Ana Ruiz (alias Zorblat), nurse',
    'Ana Ruiz aka Zorblat (nurse)',
    'Ana Ruiz aka Zorblat – nurse',
    'Ana Ruiz aka Quuxi aka Zorblat',
    'Dr. Ana Ruiz alias Zorblat and Marta Quill',
    'Marta Quill, and Ana Ruiz alias Zorblat',
  ])('%s', (name) =>
    expect([isFound({ name }, 'Then Zorblat left.'), isFound({ name }, 'Then Ana Ruiz left.')]).toEqual([true, true]),
  )

  test.each([
    ['Ana Ruiz, also known as Zora Pell', 'Zora Pell'],
    ['Ana Ruiz (real name: Zora Pell)', 'Zora Pell'],
    ['Ana Ruiz alias “Zora Pell”', 'Zora Pell'],
    ['Ana Ruiz aka Zora Pell aka Lisa Quill', 'Lisa Quill'],
    ['김민지, 본명 이준호', '이준호'],
  ])('so is another name of two words: %s', (name, other) =>
    expect(isFound({ name }, `Then ${other} left.`)).toBe(true),
  )

  test('a Korean pseudonym is what the copy may say', () =>
    expect(isFound({ name: '김민지(가명 이준호)' }, '이준호 씨가 말했다.')).toBe(false))

  test.each(['Nina', 'Ace', 'Rose', 'Essen'])('Ana Ruiz aka %s', (alias) => {
    const name = `Ana Ruiz aka ${alias}`
    expect([isFound({ name }, `Then ${alias} left.`), nameParts({ name, kind: 'person' })]).toEqual([
      false,
      ['Ana', 'Ruiz', alias],
    ])
  })

  test.each(['BBC', 'NATO', 'UNESCO', 'Interpol', 'KCNA', 'NINA'])('an organisation or a first name: %s', (alias) => {
    const name = `Ana Ruiz (alias ${alias}), nurse`
    expect([isFound({ name }, `Then ${alias} left.`), nameParts({ name, kind: 'person' })]).toEqual([
      false,
      ['Ana', 'Ruiz', alias],
    ])
  })

  test.each([
    ['Ana Ruiz alias Zorblat and Marta Quill', ['Ana Ruiz', 'Zorblat', 'Marta Quill']],
    ['Ana Ruiz, alias Zorblat, and Marta Quill', ['Ana Ruiz', 'Zorblat', 'Marta Quill']],
    ['Ana Ruiz and Marta Quill alias Zorblat', ['Ana Ruiz', 'Zorblat', 'Marta Quill']],
    ['Ana Ruiz alias Jack Poe and Marta Quill', ['Ana Ruiz', 'Jack Poe', 'Marta Quill']],
    ['Ana Ruiz alias NATO and Marta Quill', ['Ana Ruiz', 'Marta Quill']],
  ])('it parts two people no worse than a name: %s', (name, people) => {
    expect(people.filter((one) => !isFound({ name }, `Then ${one} left.`))).toEqual([])
  })

  test('a nickname in quotation marks is offered', () => {
    expect(nameParts({ name: 'Ana “Nina” Ruiz', kind: 'person' })).toEqual(['Ana', 'Ruiz', 'Nina'])
  })
})

describe('spellings of one name', () => {
  test.each([
    ['Joe McDonald', 'Joe MacDonald'],
    ['Joe MacDonald', 'Joe McDonald'],
    ['Joe MacDonald', 'J. McDonald'],
    ['Joe OBrien', 'Joe O’Brien'],
    ['Joe Mac Donald', 'Joe McDonald'],
    ['Joe McDonald', 'J. Mc Donald'],
    ['Joe McDonald', 'J. M’Donald'],
    ['Joe OBrien', 'J. O’Brien'],
    ['Joseph M. Wilson', 'J. Wilson'],
    ['St. Clair, Jean', 'Jean Saint-Clair'],
    ['JEAN SAINT-CLAIR', 'J. St. Clair'],
    ['Anne Sainte-Marie', 'Anne Ste. Marie'],
  ])('%s: %s', (name, text) => expect(isFound({ name }, `Then ${text} left.`)).toBe(true))

  test.each([
    ['Joe Machado', 'Joe Mchado'],
    ['Joe Mack', 'Joe McK'],
    ['Joe Oliver', 'Joe O’Liver'],
    ['Ms. MacDonald', 'McDonald’s'],
    ['Joe McDonald', 'Joe M. Donald'],
    ['Joe McDonald', 'J. Donald'],
    ['Joe McDonald', 'Joe Donald'],
    ['Joe McDonald', 'jdonald@posteo.example'],
    ['Sean O’Brien', 'S. Brien'],
    ['Eva Saint', 'Eva St. Paul'],
    ['Ana St. Clair', 'Ana Clair'],
    ['Anna Stone', 'Anna Saintone'],
  ])('%s is not %s', (name, text) => expect(isFound({ name }, `Then ${text} left.`)).toBe(false))

  test.each([
    [['Joe McDonald', 'Joe MacDonald', 'Joe Mcdonald', 'Joe M’Donald', 'Joe Mc Donald', 'Joe Mac Donald']],
    [['Jean Saint-Clair', 'Jean St. Clair', 'Jean St Clair', 'Jean Saint Clair', 'Jean St.Clair', 'JEAN ST. CLAIR']],
  ])('each of %j finds all others', (forms) => {
    expect(forms.map((name) => forms.filter((form) => !isFound({ name }, `Then ${form} left.`)))).toEqual(
      forms.map(() => []),
    )
  })
})

describe('a name in the values of an address, or of fields', () => {
  test.each([
    'https://x.example/?first=Ana&last=Ruiz',
    'https://x.example/?last=ruiz&first=ana',
    'https://x.example/?first_name=Ana&middle=&last_name=Ruiz',
    'https://x.example/?first=Ana&age=43&last=Ruiz',
  ])('%s', (address) =>
    expect([
      isFound({ name: 'Ana Ruiz' }, `See ${address}.`),
      isFound({ name: 'Ana Ruiz' }, `<a href="${address.replaceAll('&', '&amp;')}">x</a>`, 'text/html'),
    ]).toEqual([true, true]),
  )

  test.each([
    'first=Ana;last=Ruiz',
    'first=Ana; age=43; last=Ruiz',
    '{"first":"Ana","last":"Ruiz"}',
    '{"last": "Ruiz", "first": "Ana"}',
    '{\n  "first_name": "Ana",\n  "middle_name": "",\n  "last_name": "Ruiz"\n}',
    '{"first":"Ana","age":43,"last":"Ruiz"}',
    '{"first":"Ana María","last":"Ruiz"}',
    '{\\"first\\":\\"Ana\\",\\"last\\":\\"Ruiz\\"}',
    "{first: 'Ana', last: 'Ruiz'}",
    '<person first="Ana" last="Ruiz">',
    '“first”: “Ana”, “last”: “Ruiz”',
  ])('or of fields: %s', (fields) =>
    expect(
      ['text/plain', 'application/json', 'text/html'].map((type) =>
        isFound({ name: 'Ana Ruiz' }, `See ${fields}.`, type),
      ),
    ).toEqual([true, true, true]),
  )

  test.each([
    '{"headline":"Talks with Ana","byline":"Ruiz"}',
    '{"headline":"Ana said so","byline":"Ruiz"}',
    '["Ana Poe","Luis Ruiz"]',
    'He told “Ana”, and: “Ruiz”',
    'Host: Ana\nGuest: Ruiz',
    'Ana;x Ruiz',
  ])('but not in two values of other words: %s', (fields) =>
    expect(
      ['text/plain', 'application/json'].map((type) => isFound({ name: 'Ana Ruiz' }, `See ${fields}.`, type)),
    ).toEqual([false, false]),
  )

  test('but not in two addresses', () => {
    expect(isFound({ name: 'Ana Ruiz' }, 'https://x.example/?q=Ana https://y.example/?q=Ruiz')).toBe(false)
  })
})

describe('a mailbox with a tag, or at another host of its service', () => {
  test.each([
    ['marta@posteo.example', 'marta+news@posteo.example'],
    ['marta+news@posteo.example', 'marta@posteo.example'],
    ['marta+news@posteo.example', 'marta+desk@posteo.example'],
    ['marta@posteo.example', 'marta+daily.news-2024@posteo.example'],
    ['marta@gmail.com', 'marta@googlemail.com'],
    ['Signal, marta@GoogleMail.com', 'Marta@gmail.com'],
    ['marta+news@gmail.com', 'marta@googlemail.com'],
    ['marta@proton.me', 'marta@protonmail.com'],
  ])('%s: %s', (contact, text) => expect(isFound({ name: 'Ann Poe', contact }, `To ${text}.`)).toBe(true))

  test('is no other mailbox of the host', () => {
    const contact = 'marta@posteo.example'
    const texts = [
      'Marta: desk@posteo.example',
      'marta.desk@posteo.example',
      'marta-desk@posteo.example',
      'marta + desk@posteo.example',
      'marta@gmail.com',
    ]
    expect(texts.filter((text) => isFound({ name: 'Ann Poe', contact }, text))).toEqual([])
    expect(isFound({ name: 'Ann Poe', contact: 'marta@gmail.com' }, 'marta@mail.com, desk@googlemail.com')).toBe(false)
  })
})
