/** Stories in Markdown and ninjs for bench:exchange, the same in each run. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomFrom } from './statistics.mjs'

const TEXT =
  'the port of Busan said talks about tariffs ended after two hours on Friday while officials from Seoul and ' +
  'Washington met traders who had waited since March for a deal that would lower duties on cars steel and rice'
const WORDS = TEXT.split(' ')

function writerOf(seed) {
  const random = randomFrom(seed)
  const words = (count) => Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ')
  const sentence = () => {
    const text = words(8 + Math.floor(random() * 16))
    return `${text[0].toUpperCase()}${text.slice(1)}.`
  }
  return { words, sentence }
}

/** Returns a story of about `count` words with subheads, lists, quotes, bold, italic and links. */
export function markdownStory(count, seed = 7) {
  const { words, sentence } = writerOf(seed)
  const blocks = ['# Talks end in Busan after two hours']
  for (let n = 1; blocks.join(' ').split(/\s+/).length < count; n++) {
    if (n % 12 === 0) blocks.push(`## ${words(5)}`)
    else if (n % 9 === 0) blocks.push(Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'))
    else if (n % 7 === 0) blocks.push(`> ${sentence()}`)
    else {
      const graf = [sentence(), sentence(), sentence()].join(' ').split(' ')
      graf[3] = `**${graf[3]}**`
      graf[6] = `*${graf[6]}*`
      graf[7] = `[${graf[7]}](https://example.org/${n})`
      blocks.push(graf.join(' '))
    }
  }
  return `${blocks.join('\n\n')}\n`
}

/** Writes `count` ninjs 3.1 files of about 360 words each into a new folder. Returns its path. */
export function ninjsFiles(folder, count) {
  mkdirSync(folder, { recursive: true })
  const { sentence } = writerOf(3)
  for (let n = 0; n < count; n++) {
    const value = Array.from({ length: 10 }, () => `<p>${sentence()} ${sentence()}</p>`).join('')
    writeFileSync(
      join(folder, `${String(n).padStart(4, '0')}.json`),
      JSON.stringify({
        $standard: { name: 'ninjs', version: '3.1', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
        uri: `urn:x:${n}`,
        type: 'text',
        language: 'en',
        urgency: 4,
        by: 'By Kim Ji-woo',
        headlines: [{ role: 'main', value: `Story ${n} of Busan` }],
        bodies: [{ role: 'main', contentType: 'application/xhtml+xml', value }],
        subjects: [{ rel: 'about', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000530', name: 'diplomacy' }],
      }),
    )
  }
  return folder
}
