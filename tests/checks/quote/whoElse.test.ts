/** Words that the copy gives to somebody beside the one it names. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'

const SAID = {
  en: ['Gov. Hale', 'I signed the order this morning', 'Ortiz'],
  de: ['Kanzlerin Roe', 'Wir schaffen das', 'Olaf Scholz'],
  fr: ['Emmanuel Macron', 'La France tiendra parole', 'Anne Hidalgo'],
  es: ['Pedro Sánchez', 'España crece más que nadie', 'Ana Ruiz'],
} as const

/** `SAID` in the copy stands for the quotation, which the first of the speakers says. */
function checked(language: keyof typeof SAID, copy: string): string {
  const [speaker, said, other] = SAID[language]
  const graf = copy.replace('SAID', said)
  const from = graf.indexOf(said)
  const turns = [
    { speaker, text: `${said}.` },
    { speaker: other, text: 'Quite another thing.' },
  ]
  const { result, speakerOpen } = checkQuote({
    quote: said,
    copy: { graf, from, to: from + said.length },
    transcript: { turns },
  })
  return speakerOpen === undefined ? result : 'open'
}

describe('whom a clause names does not say the words', () => {
  test.each([
    '“SAID,” said a critic Hale appointed.',
    '“SAID,” said a woman Hale later married.',
    '“SAID,” a farmer Hale met said.',
    '“SAID,” the man who beat Hale said.',
    '“SAID,” the man opposing Hale said.',
    '“SAID,” voters backing Hale said.',
    '“SAID,” the farmer, whom Hale met, said.',
    'Hale spoke. “SAID,” the judge she appointed said.',
    'Hale left. “SAID,” the farmer told Hale.',
    'Hale met farmers who said: “SAID.”',
    '“SAID,” shouted somebody as Hale left.',
  ])('%s', (copy) => expect(checked('en', copy)).toBe('ambiguous'))

  test('who said it is whom “who” stands behind', () =>
    expect([
      checked('en', 'Hale met Ortiz, who said: “SAID.”'),
      checked('en', 'Ortiz met Hale, who said: “SAID.”'),
    ]).toEqual(['otherSpeaker', 'matches']))

  test.each([
    'In the end Hale stood and said: “SAID.”',
    'The next morning Hale proudly told a crowd: “SAID.”',
    'The day the bill passed Hale said: “SAID.”',
    'For those who doubt her, Hale said: “SAID.”',
    'Hale, who once met farmers who said they were worried, said: “SAID.”',
    'Hale laughed. “SAID,” she told Ortiz.',
    'Among those who spoke was Hale, who said: “SAID.”',
  ])('%s matches', (copy) => expect(checked('en', copy)).toBe('matches'))
})

describe('a crowd, or somebody without a name', () => {
  test.each([
    'Hale left. “SAID,” the crowd chanted.',
    'Hale left. “SAID,” chanted the crowd.',
    'Hale left. “SAID,” people in the crowd shouted.',
    'Hale left. “SAID,” the union said.',
    'Hale left. “SAID,” no one said.',
    'Hale left. “SAID,” both said.',
    'Hale left. “SAID,” every farmer said.',
    'Hale left. “SAID,” said a 54-year-old farmer.',
    'Hale left. “SAID,” a farmer, who asked not to be named, said.',
    'Hale was met with chants of “SAID.”',
    'Hale was greeted by protesters chanting: “SAID.”',
    'Hale stood by a sign that said: “SAID.”',
  ])('%s', (copy) => expect(checked('en', copy)).toBe('ambiguous'))

  test.each([
    ['de', 'Roe kam nach Berlin. „SAID“, sagte jemand.'],
    ['de', 'Roe kam nach Berlin. „SAID“, riefen Demonstranten.'],
    ['fr', 'Macron est arrivé à la mairie. « SAID », a crié la foule.'],
    ['fr', 'Macron est arrivé à la mairie. « SAID », a indiqué l’Élysée.'],
    ['fr', 'Macron est arrivé à la mairie. « SAID », crie un homme.'],
    ['es', 'Sánchez llegó. “SAID”, gritaron varios vecinos.'],
    ['es', 'Sánchez llegó. “SAID”, dijeron fuentes del Gobierno.'],
  ] as const)('%s: %s', (language, copy) => expect(checked(language, copy)).not.toBe('matches'))

  test.each([
    '“SAID,” said police chief Marion Hale.',
    '“SAID,” said a visibly shaken Gov. Marion Hale.',
    '“SAID,” said an angry Hale last week.',
    '“SAID,” said his fellow Democrat Marion Hale.',
    '“SAID,” said protest organizers’ leader Marion Hale.',
    'To chants of her name, Hale said: “SAID.”',
    'Hale told the council: “SAID.”',
    'Hale thanked volunteers saying: “SAID.”',
  ])('%s is not', (copy) => expect(checked('en', copy)).not.toBe('ambiguous'))

  test('“comme on dit” leaves the words to who is named', () =>
    expect(checked('fr', 'Comme on dit, Macron a répété : « SAID. »')).toBe('matches'))
})

describe('who never said it', () => {
  test.each([
    ['en', '“SAID,” Hale did not say.'],
    ['fr', 'Macron n’a jamais dit : « SAID. »'],
    ['fr', '« SAID », n’a jamais dit Macron.'],
    ['es', 'Sánchez nunca dijo: “SAID”.'],
    ['de', 'Roe hat nie gesagt: „SAID.“'],
    ['de', '„SAID“, sagte Roe nie.'],
    ['de', '„SAID“, sagte Roe noch nie.'],
  ] as const)('%s: %s', (language, copy) => expect(checked(language, copy)).toBe('ambiguous'))

  test.each([
    'Hale did not say when, but said: “SAID.”',
    'Hale never said why, but added: “SAID.”',
    'Hale refused to say more. “SAID,” she said.',
  ])('%s: she said this', (copy) => expect(checked('en', copy)).toBe('matches'))
})

describe('German copy', () => {
  test.each([
    ['Der Mann von Roe sagte: „SAID.“', 'otherSpeaker'],
    ['„SAID“, sagte der Roe-Vertraute Max Poe.', 'otherSpeaker'],
    ['Auf die Frage der Journalisten antwortete Roe: „SAID.“', 'matches'],
    ['Vor den Kameras der ARD sagte Roe: „SAID.“', 'matches'],
    ['Auf dem Parteitag sagte Scholz über Roe: „SAID.“', 'otherSpeaker'],
  ])('%s %s', (copy, result) => expect(checked('de', copy)).toBe(result))

  test('le camp Macron is not Macron', () =>
    expect(checked('fr', '« SAID », a dit le camp Macron.')).not.toBe('matches'))
})

test.each([
  ['The White House', 'the White House', 'matches'],
  ['The Hale Foundation', 'the Hale Foundation', 'matches'],
  ['Hale Foundation', 'the Hale Foundation', 'matches'],
  ['Ann Hale', 'the Hale Foundation', 'ambiguous'],
])('label %s, copy %s: %s', (speaker, who, result) => {
  const said = 'We signed the order this morning'
  const turns = [
    { speaker, text: `${said}.` },
    { speaker: 'Q', text: 'Did you?' },
  ]
  const copy = { graf: `“${said},” ${who} said.`, from: 1, to: 1 + said.length }
  expect(checkQuote({ quote: said, copy, transcript: { turns } }).result).toBe(result)
})
