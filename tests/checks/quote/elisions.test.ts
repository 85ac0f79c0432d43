/** In French, Italian and Catalan a quote may begin behind a word that lost its vowel: « échec de l’Europe ». */
import { describe, expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'

function answer(said: string, quote: string): readonly string[] {
  const transcript = { turns: [{ speaker: 'Roux', text: said }] }
  const { result, cuts } = checkQuote({ quote, speaker: 'Roux', transcript })
  return [result, ...cuts.map(({ kind, word, where }) => `${where} ${kind} ${word}`)]
}

describe('a quote that begins behind an elided word', () => {
  it.each([
    ['C’est l’échec de l’Europe, et nous le savons.', '« échec de l’Europe »'],
    ["C'est l'échec de l'Europe, et nous le savons.", '« Échec de l’Europe »'],
    ['Il y a trop d’argent sale dans cette ville.', '« argent sale »'],
    ['Nous resterons jusqu’au bout, parce qu’elle le veut.', '« au bout »'],
    ['È l’inizio della fine, e noi lo sappiamo.', '«inizio della fine»'],
    ['Siamo alla fine dell’inizio di questo anno.', '«inizio di questo anno»'],
    ['Questa è un’altra storia per tutti noi.', '«altra storia»'],
    ['És l’inici del final i tots ho sabem.', '«inici del final»'],
    ['O copo d’água que nós temos é este.', '“água que nós temos”'],
  ])('%s: %s', (said, quote) => expect(answer(said, quote)).toEqual(['matches']))
  it('is told where the word before it weighs', () => {
    expect(answer('Je crois qu’il a menti, et nous le savons.', '« il a menti »')).toEqual([
      'matches',
      'before hedge crois',
    ])
    expect(answer('Nous n’avons payé que la somme.', '« avons payé que la somme »')).toEqual([
      'matches',
      "before negation n'avons",
    ])
    expect(answer('S’il pleut, nous fermons le parc de la ville.', '« nous fermons le parc »')).toEqual([
      'matches',
      "before condition S'il",
    ])
    expect(answer('Non c’è nessun’altra strada per noi.', '«altra strada per noi»')).toEqual([
      'matches',
      'before negation Non',
      "before negation nessun'altra",
    ])
    expect(answer('Nous attendons, jusqu’à ce que la ville paie.', '« Nous attendons »')).toEqual([
      'matches',
      "after condition jusqu'à ce que",
    ])
  })
  it('keeps other words whole', () => {
    expect(answer('C’est aujourd’hui que nous le savons.', '« hui que nous le savons »')[0]).toBe('differs')
    expect(answer('We don’t know what it is for you.', '“t know what it is”')[0]).toBe('differs')
    expect(answer('C’est l’échec de l’Europe.', '« C’est échec de l’Europe »')[0]).toBe('differs')
  })
})
