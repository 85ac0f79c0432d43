/** Stories with known source: blocks of words, as Markdown that all readers read alike. The same every time. */
export interface Known {
  readonly role: 'headline' | 'subhead' | 'paragraph' | 'quote' | 'listItem' | 'cell'
  readonly text: string
  readonly level: number
}
export interface KnownStory {
  readonly name: string
  readonly markdown: string
  readonly blocks: readonly Known[]
}

const VOICES: Readonly<Record<string, readonly string[]>> = {
  en: (
    'the port of Busan said talks about tariffs ended after two hours on Friday while officials from ' +
    'Seoul met traders who had waited since March for lower duties on cars steel and rice'
  ).split(' '),
  ko: '부산항 관계자는 금요일 두 시간 만에 관세 회담이 끝났다고 밝혔다 서울과 워싱턴 대표단은 무역업자들을 만났다'.split(
    ' ',
  ),
  es: (
    'el puerto de Busan informó que las conversaciones sobre aranceles terminaron tras dos horas ' +
    'según funcionarios de Seúl y Washington'
  ).split(' '),
  ru: 'переговоры в порту Пусана завершились через два часа сообщили чиновники из Сеула и Вашингтона'.split(' '),
  el: 'οι συνομιλίες στο λιμάνι του Μπουσάν έληξαν μετά από δύο ώρες ανακοίνωσαν αξιωματούχοι'.split(' '),
}

/** Makes stories of 200 to 900 words with every kind of block that Markdown, HTML and Word share. */
export function knownStories(count: number): readonly KnownStory[] {
  return Array.from({ length: count }, (_, index) => storyFrom(index))
}

/** Returns the same words every time, in the language of the story: at least `least`, and up to `more` more. */
export function sentencesOf(index: number): {
  readonly language: string
  readonly random: () => number
  readonly words: (least: number, more: number) => string
} {
  let state = (index + 1) * 7919
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const [language = 'en', voice = []] = Object.entries(VOICES)[index % Object.keys(VOICES).length] ?? []
  return {
    language,
    random,
    words: (least, more) =>
      Array.from(
        { length: least + Math.floor(random() * more) },
        () => voice[Math.floor(random() * voice.length)] ?? '',
      ).join(' '),
  }
}

function storyFrom(index: number): KnownStory {
  const { language, random, words } = sentencesOf(index)
  const sentence = (): string => `${words(8, 14)}, ${1 + Math.floor(random() * 90)}.`
  const blocks: Known[] = [{ role: 'headline', text: words(4, 5), level: 1 }]
  const markdown: string[] = [`# ${blocks[0]?.text ?? ''}`]
  const add = (role: Known['role'], text: string, level: number, written: string, tight = false): void => {
    blocks.push({ role, text, level })
    if (tight && markdown.length > 0) markdown[markdown.length - 1] += `\n${written}`
    else markdown.push(written)
  }
  for (let n = 0; n < 12 + (index % 5) * 4; n++) {
    const kind = Math.floor(random() * 9)
    if (kind === 0) {
      const text = words(2, 4)
      // Skips no level: we lift an outline that begins at 3, pandoc does not.
      const level = blocks.some(({ role }) => role === 'subhead') && random() < 0.5 ? 3 : 2
      add('subhead', text, level, `${'#'.repeat(level)} ${text}`)
    } else if (kind === 1) {
      const text = sentence()
      add('quote', text, 0, `> ${text}`)
    } else if (kind === 2) {
      const sign = random() < 0.5 ? '-' : '1.'
      for (let item = 0; item < 4; item++) {
        const level = item === 2 ? 2 : 1
        const text = sentence()
        add('listItem', text, level, `${level === 2 ? '    ' : ''}${sign} ${text}`, item > 0)
      }
      add('paragraph', 'Next.', 0, 'Next.')
    } else if (kind === 3) {
      const cells = [words(1, 2), words(1, 2), words(1, 2), words(1, 2)]
      markdown.push(`| ${cells[0] ?? ''} | ${cells[1] ?? ''} |\n|---|---|\n| ${cells[2] ?? ''} | ${cells[3] ?? ''} |`)
      blocks.push(...cells.map((text) => ({ role: 'cell' as const, text, level: 0 })))
    } else {
      const [a, b, c] = [sentence(), words(1, 2), words(2, 3)]
      const style = random()
      const styled = style < 0.3 ? `**${b}**` : style < 0.6 ? `*${b}*` : `[${b}](https://example.org/${n})`
      add('paragraph', `${a} ${b} ${c} ${sentence()}`, 0, '')
      const last = blocks.at(-1)?.text ?? ''
      markdown[markdown.length - 1] = last.replace(`${a} ${b} ${c}`, `${a} ${styled} ${c}`)
    }
  }
  return { name: `${index} ${language}`, markdown: `${markdown.join('\n\n')}\n`, blocks }
}
