/** Whose words the copy says they are, where it names nobody, or somebody between commas. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'

const SAID = {
  en: ['Gov. Hale', 'I signed the order this morning', 'Ortiz', 'Tom Becker'],
  de: ['Kanzlerin Roe', 'Wir schaffen das', 'Olaf Scholz', 'Herr Müller'],
  fr: ['Emmanuel Macron', 'La France tiendra parole', 'Anne Hidalgo', 'Marine Le Pen'],
  es: ['Pedro Sánchez', 'España crece más que nadie', 'Ana Ruiz', 'Carmen Vega'],
} as const

/** `SAID` in the copy stands for the quotation, which the first of the speakers says. */
function checked(language: keyof typeof SAID, copy: string): string {
  const [speaker, said, ...others] = SAID[language]
  const graf = copy.replace('SAID', said)
  const from = graf.indexOf(said)
  const { result, speakerOpen } = checkQuote({
    quote: said,
    copy: { graf, from, to: from + said.length },
    transcript: {
      turns: [
        { speaker, text: `${said}.` },
        ...others.map((other) => ({ speaker: other, text: 'Quite another thing.' })),
      ],
    },
  })
  return speakerOpen === undefined ? result : 'open'
}

describe('words that the copy gives to somebody without a name', () => {
  test.each([
    'Hale spoke first. “SAID,” said a neighbor.',
    'Hale spoke first. “SAID,” said a neighbor, Tanya Greene.',
    'Hale spoke first. “SAID,” said his mother, Tanya Greene.',
    'Hale spoke first. “SAID,” said one farmer as he left.',
    'Hale spoke first. “SAID,” a protester shouted.',
    'Hale spoke first. “SAID,” his rival said.',
    'Hale spoke first. “SAID,” another said.',
    'Hale spoke first. “SAID,” officials said.',
    'Hale spoke first. “SAID,” shouted angry protesters.',
    'Hale spoke first. A farmer said: “SAID.”',
    'Hale listened as a farmer said: “SAID.”',
    '“SAID,” said another governor.',
    '“SAID,” said the former governor.',
    '“SAID,” the Democrat said.',
  ])('%s are not those of who was named before', (copy) => expect(checked('en', copy)).toBe('ambiguous'))

  test.each([
    ['fr', 'Macron est arrivé. « SAID », a dit un passant.'],
    ['fr', 'Macron est arrivé. « SAID », a dit son épouse, Brigitte.'],
    ['fr', 'Macron est arrivé. « SAID », dit-on autour de lui.'],
    ['es', 'Sánchez llegó. “SAID”, dijo un vecino.'],
  ] as const)('%s: %s is unclear, too', (language, copy) => expect(checked(language, copy)).toBe('ambiguous'))

  test.each([
    'Hale raised his hand and said: “SAID.”',
    'Hale posted a message saying: “SAID.”',
    'Hale in a speech said: “SAID.”',
    'Hale gave in. “SAID,” his statement said.',
    'Hale gave in. “SAID,” he told a crowd of farmers.',
    'Hale gave in. “SAID,” he said as a crowd cheered.',
    'Hale gave in. “SAID,” the former farmer said.',
    'Hale arrived. A report said the dam was weak. “SAID,” he said.',
    '“SAID,” said a tearful Hale.',
    '“SAID,” a visibly shaken Hale said.',
  ])('%s matches', (copy) => expect(checked('en', copy)).toBe('matches'))

  test.each([
    'Macron a publié un message et a écrit : « SAID. »',
    'Macron, de son côté, a dit : « SAID. »',
    'Macron a réagi. « SAID », a-t-il dit dans un communiqué.',
  ])('%s matches', (copy) => expect(checked('fr', copy)).toBe('matches'))
})

describe('a name between commas', () => {
  test.each([
    ['“SAID,” Ortiz, 54, told Hale.', 'otherSpeaker'],
    ['“SAID,” Ortiz, who has managed the district since 2019, told Hale.', 'otherSpeaker'],
    ['Hale spoke first. “SAID,” Ortiz, 54, said as he walked in.', 'otherSpeaker'],
    ['“SAID,” the farmer, Tom Becker, told Hale.', 'otherSpeaker'],
    ['“SAID,” Ann Poe, who beat Hale, said.', 'ambiguous'],
    ['“SAID,” the farmer told the governor, Marion Hale.', 'open'],
    ['“SAID,” Hale, 54, told Ortiz.', 'matches'],
    ['“SAID,” Hale, who beat Ortiz, told a crowd.', 'matches'],
    ['“SAID,” Hale, a Democrat, said as he left.', 'matches'],
    ['“SAID,” said his neighbor, Marion Hale.', 'matches'],
    ['Speaking to CBS, Hale, 54, said: “SAID.”', 'matches'],
  ])('%s %s', (copy, result) => expect(checked('en', copy)).toBe(result))

  test.each([
    ['« SAID », a affirmé le maire de Paris, Emmanuel Macron.', 'matches'],
    ['« SAID », a martelé le ministre de l’Économie, Emmanuel Macron.', 'matches'],
    ['« SAID », a affirmé la maire de Paris, Anne Hidalgo.', 'otherSpeaker'],
    ['« SAID », a dit le père de la victime, Emmanuel Macron.', 'open'],
    ['« SAID », a déclaré l’entourage d’Emmanuel Macron.', 'ambiguous'],
  ])('%s %s', (copy, result) => expect(checked('fr', copy)).toBe(result))
  test.each([
    ['“SAID”, reclamó el líder del PP, Pedro Sánchez.', 'matches'],
    ['“SAID”, anunció la consejera de Sanidad, Ana Ruiz.', 'otherSpeaker'],
  ])('%s %s', (copy, result) => expect(checked('es', copy)).toBe(result))
})

describe('whose something is, and whom something is said to, in German', () => {
  test.each([
    ['Die Mutter der Kanzlerin Roe sagte: „SAID.“', 'otherSpeaker'],
    ['„SAID“, sagte die Mutter der Kanzlerin Roe.', 'otherSpeaker'],
    ['„SAID“, sagte der Ehemann von Kanzlerin Roe.', 'otherSpeaker'],
    ['„SAID“, sagte der Kanzlerin Roe ein Bürger.', 'ambiguous'],
    ['„SAID“, sagte Scholz der Kanzlerin Roe.', 'otherSpeaker'],
    ['„SAID“, sagte Scholz zu Roe.', 'ambiguous'],
    ['„SAID“, sagte die Roe-Sprecherin.', 'otherSpeaker'],
    ['„SAID“, sagte Roe der Zeitung.', 'matches'],
    ['„SAID“, sagte Roe der Nachrichtenagentur dpa.', 'matches'],
    ['„SAID“, sagte Roe den Zeitungen der Funke Mediengruppe.', 'matches'],
    ['„SAID“, sagte die Kanzlerin.', 'matches'],
  ])('%s %s', (copy, result) => expect(checked('de', copy)).toBe(result))
})

describe('names with joining words', () => {
  const said = 'Europe is ready to act now'
  const inTurnOf = (label: string, graf: string): string => {
    const from = graf.indexOf(said)
    const turns = [
      { speaker: label, text: `${said}.` },
      { speaker: 'Scholz', text: 'Quite another thing.' },
    ]
    return checkQuote({ quote: said, copy: { graf, from, to: from + said.length }, transcript: { turns } }).result
  }
  test.each([
    `“${said},” Ursula von der Leyen said.`,
    `“${said},” said European Commission President Ursula von der Leyen.`,
    `“${said},” Ms. von der Leyen said.`,
    `„${said}“, sagte Ursula von der Leyen der Zeitung.`,
  ])('%s is by VON DER LEYEN', (graf) => expect(inTurnOf('VON DER LEYEN', graf)).toBe('matches'))
  test.each([
    ['Jan van den Berg', `“${said}”, zei Jan van den Berg dinsdag.`],
    ['DE LA CRUZ', `“${said}”, dijo Juan de la Cruz ayer.`],
    ['Ángeles Pérez', `“${said}”, dijo María de los Ángeles Pérez.`],
    ['Marine Le Pen', `« ${said} », a répété Mme Le Pen.`],
  ])('%s says %s', (label, graf) => expect(inTurnOf(label, graf)).toBe('matches'))
  test('a small word that joins two people names none of them', () =>
    expect([
      inTurnOf('Hale', `“${said},” Hale and Scholz said.`),
      inTurnOf('Hale', `“${said},” Ann Poe and Hale said.`),
    ]).toEqual(['ambiguous', 'ambiguous']))
})

describe('whose they are', () => {
  test.each([
    'said Hale rival Ann Poe',
    'Hale deputy Ann Poe said',
    'said Hale chief of staff Ann Poe',
    'a Hale opponent said',
    'the Hale Foundation said',
    'the Hale White House said',
    'Team Hale said',
    'those around Hale said',
    'Hale never said',
    'Hale denied saying',
  ])('“…,” %s, and not Hale', (who) => expect(checked('en', `“SAID,” ${who}.`)).not.toBe('matches'))
  test.each([
    'said Marion Hale of Ohio State University',
    'Democratic nominee Marion Hale said',
    'said Fed chief Marion Hale',
  ])('“…,” %s, who is Hale', (who) => expect(checked('en', `“SAID,” ${who}.`)).not.toBe('ambiguous'))
  test('a police chief is Chief Allen', () => {
    const said = 'The suspect was not armed'
    const inGraf = (who: string): string => {
      const graf = `“${said},” ${who} said.`
      const turns = [
        { speaker: 'CHIEF ALLEN', text: `${said}.` },
        { speaker: 'REPORTER', text: 'Was he?' },
      ]
      return checkQuote({ quote: said, copy: { graf, from: 1, to: 1 + said.length }, transcript: { turns } }).result
    }
    expect([inGraf('Police Chief Dana Allen'), inGraf('Fire Captain Dana Allen')]).toEqual(['matches', 'otherSpeaker'])
  })
})
