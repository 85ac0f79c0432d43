import { sentencesOf } from './stories'

/** A piece of copy under the same comments and the same change. */
export interface Passage {
  readonly words: string
  readonly comments: readonly number[]
  readonly change?: Change
  /** The change covers the whole graf with its end. */
  readonly whole?: true
}
interface Change {
  readonly kind: 'insertion' | 'deletion'
  readonly by: string
  readonly at: string
}
export interface KnownComment {
  readonly by: string
  readonly at: string
  readonly text: string
}
/** A story with known comments and changes. Comments are named by index. */
export interface ReviewedStory {
  readonly name: string
  readonly headline: string
  readonly grafs: readonly (readonly Passage[])[]
  readonly comments: readonly KnownComment[]
}

const PEOPLE = ['Kim Ji-woo', 'Ana García', "Frances d'Emilio", 'Lee', '김 지우']

/**
 * Makes stories with insertions, deletions and replacements of words and grafs, and comments on words, over changes,
 * over each other and over ends of grafs.
 */
export function reviewedStories(count: number): readonly ReviewedStory[] {
  return Array.from({ length: count }, (_, index) => storyFrom(index))
}

function storyFrom(index: number): ReviewedStory {
  const { language, random, words } = sentencesOf(index)
  const someone = (): string => PEOPLE[Math.floor(random() * PEOPLE.length)] ?? ''
  const twoDigits = (number: number): string => String(number).padStart(2, '0')
  const at = (): string =>
    `2026-10-30T${twoDigits(9 + Math.floor(random() * 9))}:${twoDigits(Math.floor(random() * 60))}:00`
  const comments: KnownComment[] = []
  let open: readonly number[] = []
  const grafs = Array.from({ length: 8 + (index % 5) }, (_graf, number) => {
    // Not the first or last graf, and never two in a row.
    if (number % 3 === 1)
      return [
        {
          words: words(5, 9),
          comments: open,
          change: { kind: random() < 0.5 ? ('insertion' as const) : ('deletion' as const), by: someone(), at: at() },
          whole: true as const,
        },
      ]
    const passages: Passage[] = [{ words: words(3, 4), comments: open }]
    for (let n = 0; n < 6; n++) {
      const kind = Math.floor(random() * 6)
      const [by, when] = [someone(), at()]
      const change = (what: 'insertion' | 'deletion'): Passage => ({
        words: words(1, 3),
        comments: open,
        change: { kind: what, by, at: when },
      })
      if (kind === 0) passages.push(change('insertion'))
      else if (kind === 1) passages.push(change('deletion'))
      else if (kind === 2) passages.push(change('deletion'), change('insertion'))
      else if (kind === 3 && open.length < 3)
        open = [...open, comments.push({ by, at: when, text: `${words(2, 6)}?` }) - 1]
      else if (open.length > 0) open = open.filter((_one, place) => place !== Math.floor(random() * open.length))
      passages.push({ words: words(1, 5), comments: open })
    }
    return passages
  })
  // Comments that are open end with the story.
  return {
    name: `${index} ${language}`,
    headline: words(4, 5),
    grafs: [...grafs, [{ words: words(4, 4), comments: open }]],
    comments,
  }
}

const isLast = (story: ReviewedStory, comment: number, graf: number, place: number): boolean => {
  const later = story.grafs.flatMap((passages, g) =>
    passages.flatMap((passage, p) =>
      passage.comments.includes(comment) && (g > graf || (g === graf && p > place)) ? [1] : [],
    ),
  )
  return later.length === 0
}
const isFirst = (story: ReviewedStory, comment: number, graf: number, place: number): boolean => {
  const [first] = story.grafs.flatMap((passages, g) =>
    passages.flatMap((passage, p) => (passage.comments.includes(comment) ? [[g, p]] : [])),
  )
  return first?.[0] === graf && first[1] === place
}

/** Writes the story piece by piece. A space precedes each piece but the first, outside changes. */
function written(
  story: ReviewedStory,
  dialect: {
    readonly begin: (comment: KnownComment, id: number) => string
    readonly end: (id: number) => string
    readonly passage: (passage: Passage) => string
    readonly space: string
  },
): readonly string[] {
  return story.grafs.map((passages, graf) =>
    passages
      .map((passage, place) =>
        [
          place === 0 ? '' : dialect.space,
          ...passage.comments.flatMap((id) =>
            isFirst(story, id, graf, place) && story.comments[id] ? [dialect.begin(story.comments[id], id)] : [],
          ),
          dialect.passage(passage),
          ...passage.comments.flatMap((id) => (isLast(story, id, graf, place) ? [dialect.end(id)] : [])),
        ].join(''),
      )
      .join(''),
  )
}

/** Writes pandoc Markdown. */
export function pandocMarkdown(story: ReviewedStory): string {
  const attributes = ({ by, at }: { readonly by: string; readonly at: string }): string =>
    `author="${by}" date="${at}Z"`
  const grafs = written(story, {
    begin: (comment, id) => `[${comment.text}]{.comment-start id="${id + 1}" ${attributes(comment)}}`,
    end: (id) => `[]{.comment-end id="${id + 1}"}`,
    space: ' ',
    passage: ({ words, change, whole }) =>
      change
        ? `[${words}]{.${change.kind} ${attributes(change)}}` +
          `${whole ? `[]{.paragraph-${change.kind} ${attributes(change)}}` : ''}`
        : words,
  })
  return `# ${story.headline}\n\n${grafs.join('\n\n')}\n`
}

const INTO_NEXT = '<!-- next -->'
const END_IN_NEXT = '<!-- end -->'

/** Writes flat OpenDocument text. */
export function flatOpenDocument(story: ReviewedStory): string {
  const regions: string[] = []
  const info = ({ by, at }: { readonly by: string; readonly at: string }): string =>
    `<dc:creator>${by}</dc:creator><dc:date>${at}</dc:date>`
  const grafs = written(story, {
    begin: (comment, id) =>
      `<office:annotation office:name="n${id}">${info(comment)}<text:p>${comment.text}</text:p></office:annotation>`,
    end: (id) => `<office:annotation-end office:name="n${id}"/>`,
    // OpenDocument drops a blank after a blank, even if deleted words are between.
    space: '<text:s/>',
    passage: ({ words, change, whole }) => {
      if (!change) return words
      const id = `c${regions.length}`
      // A deletion with the end of a graf keeps the graf and the beginning of the next one.
      const taken = change.kind === 'deletion' ? `<text:p>${words}</text:p>${whole ? '<text:p/>' : ''}` : ''
      regions.push(
        `<text:changed-region text:id="${id}"><text:${change.kind}><office:change-info>${info(change)}</o` +
          `ffice:change-info>${taken}</text:${change.kind}></text:changed-region>`,
      )
      if (change.kind === 'deletion') return `<text:change text:change-id="${id}"/>${whole ? INTO_NEXT : ''}`
      return (
        `<text:change-start text:change-id="${id}"/>${words}${whole ? END_IN_NEXT : ''}<text:change-end ` +
        `text:change-id="${id}"/>`
      )
    },
  })
  const paragraphs = `<text:p>${grafs.join('</text:p><text:p>')}</text:p>`
    .replaceAll(`${INTO_NEXT}</text:p><text:p>`, '')
    .replace(new RegExp(`${END_IN_NEXT}(<text:change-end [^>]*/>)(.*?)</text:p><text:p>`, 'g'), '$2</text:p><text:p>$1')
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocu` +
    `ment:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" ` +
    `office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>` +
    `<text:tracked-changes>${regions.join('')}</text:tracked-changes><text:h text:outline-level="1">` +
    `${story.headline}</text:h>${paragraphs}</office:text></office:body></office:document>`
  )
}
