/** Vowel marks of Arabic and Hebrew, which most texts leave out. */

const MARKS =
  /[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u064B-\u0652\u0656-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/gu

export const hasVowelMarks = (word: string): boolean => word.search(MARKS) >= 0
export const withoutVowelMarks = (word: string): string => word.replace(MARKS, '')

/** Whether marks that both words have are the same: كَتَبَ and كُتُب are two words. */
export function marksAgree(a: string, b: string): boolean {
  const left = marked(a)
  const right = marked(b)
  return left.every(([letter, marks], index) => {
    const [other, others] = right[index] ?? ['', '']
    return letter === other && (marks === '' || others === '' || marks === others)
  })
}

function marked(word: string): readonly (readonly [string, string])[] {
  const letters: [string, string][] = []
  for (const sign of word) {
    const last = letters.at(-1)
    if (withoutVowelMarks(sign) === '' && last) last[1] = [...`${last[1]}${sign}`].toSorted().join('')
    else letters.push([sign, ''])
  }
  return letters
}
