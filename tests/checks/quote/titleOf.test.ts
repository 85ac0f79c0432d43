/** A title that is said to be of another country, place or portfolio than the label says may be another person’s. */
import { expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'

const QUOTES = {
  en: ['“We never took money,” said', 'We never took money'],
  de: ['„Wir haben nie Geld genommen“, sagte', 'Wir haben nie Geld genommen'],
  fr: ['« Nous avons tout dit », a dit', 'Nous avons tout dit'],
  es: ['«Lo hemos dicho todo», dijo', 'Lo hemos dicho todo'],
} as const

const checked = (language: keyof typeof QUOTES, who: string, label: string, speaker?: string): string => {
  const [before, said] = QUOTES[language]
  const graf = `${before} ${who}.`
  const from = graf.indexOf(said)
  return checkQuote({
    quote: said,
    copy: { graf, from, to: from + said.length },
    speaker,
    transcript: {
      turns: [
        { speaker: label, text: `${said}.` },
        { speaker: 'MODERATOR', text: 'Something else was said here.' },
      ],
    },
  }).result
}

test.each([
  ['en', 'the president of France', 'President Yoon'],
  ['en', 'the president of France, Emmanuel Macron', 'President Yoon'],
  ['en', 'the defense secretary', 'Secretary Blinken'],
  ['en', 'the secretary of defense', 'Secretary Blinken'],
  ['en', 'the mayor of Seoul', 'Mayor Roe'],
  ['de', 'der russische Präsident', 'Präsident Macron'],
  ['fr', 'le président russe', 'Président Macron'],
  ['fr', 'la présidente de l’Argentine', 'Présidente Roux'],
  ['es', 'el presidente de Francia', 'Presidente Sánchez'],
  ['es', 'la presidenta francesa', 'Presidenta Ruiz'],
] as const)('%s: %s is not surely %s', (language, who, label) =>
  expect([checked(language, who, label), checked(language, who, label, label)]).toEqual(['ambiguous', 'matches']),
)

test.each([
  ['en', 'the president', 'President Yoon'],
  ['en', 'the president of France', 'President of France'],
  ['en', 'the president of France, Emmanuel Macron', 'President Macron'],
  ['en', 'the president of the United States', 'PRESIDENT OF THE UNITED STATES'],
  ['en', 'the prime minister of Japan', 'PRIME MINISTER KISHIDA (Japan)'],
  ['en', 'the defense secretary', 'Defense Secretary Austin'],
  ['en', 'the foreign secretary', 'The Foreign Secretary (David Lammy)'],
  ['en', 'the secretary of state', 'Secretary Blinken'],
  ['en', 'the company’s chief executive', 'Chief Executive Ann Roe'],
  ['en', 'the chief executive of the company', 'Chief Executive Ann Roe'],
  ['de', 'der neue Präsident', 'Präsident Macron'],
  ['de', 'der russische Präsident', 'Russischer Präsident Putin'],
  ['de', 'der Sprecher der Polizei', 'Sprecher'],
  ['fr', 'le président sortant', 'Président Macron'],
  ['fr', 'la maire de Paris', 'La maire de Paris'],
  ['es', 'el presidente saliente', 'Presidente Sánchez'],
  ['es', 'el presidente del Gobierno', 'El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón)'],
] as const)('%s: %s is %s', (language, who, label) => expect(checked(language, who, label)).toBe('matches'))
