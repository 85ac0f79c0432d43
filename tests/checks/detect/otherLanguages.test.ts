import { describe, expect, it } from 'vitest'
import { unknownSentences } from '../../../src/checks/detect/statementsOf'
import type { BlockRole } from '../../../src/story/copy/copy'

const warns = (text: string, role: BlockRole): boolean => unknownSentences({ role, text, spans: [] }).length > 0

describe('a sentence in a language that nobody looks at warns in a graf and in a headline', () => {
  it.each([
    ['Polish', 'Dwanaście osób zginęło w ataku bombowym w centrum Warszawy wczoraj wieczorem, poinformowała policja.'],
    ['Finnish', 'Kaksitoista ihmistä kuoli iskussa Helsingissä eilen illalla, poliisi kertoi.'],
    ['Hungarian', 'Tizenkét ember halt meg tegnap este egy robbantásban Budapesten, közölte rendőrség.'],
    ['Tagalog', 'Labindalawang tao ang namatay sa pagsabog sa Maynila kagabi'],
    ['Swahili', 'Watu kumi na wawili wamefariki katika shambulio la bomu jana'],
    ['Italian', "Dodici morti nell'attentato di ieri."],
    ['Portuguese', 'Doze pessoas morreram na explosão de ontem.'],
    ['Swedish', 'Tolv människor dog i attacken igår kväll.'],
  ])('%s', (_, text) => expect([warns(text, 'paragraph'), warns(text, 'headline')]).toEqual([true, true]))
})

describe('a headline without small words does not warn', () => {
  it.each([
    ['Storm kills dozens near coast'],
    ['Dobbs v. Jackson Women’s Health Organization.'],
    ["Dobbs v. Jackson Women's Health Organization."],
    ['Armed men kill dozens near coast'],
    ['Police van hits crowd near station'],
    ['Mafia boss captured near Palermo'],
    ['Cuba, Venezuela sign energy accord'],
    ['Militia attacks kill villagers'],
    ['Sturm fordert Dutzende Tote nahe Küste'],
    ['Gobierno anuncia medidas contra inflación'],
    ['Douze morts après un séisme'],
  ])('%s', (text) => expect(warns(text, 'headline')).toBe(false))
})
