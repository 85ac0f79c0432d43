import { docxOf } from './docxOf'

export type Pile = 'comments' | 'replies' | 'changes' | 'footnotes'
export const PILES: readonly Pile[] = ['comments', 'replies', 'changes', 'footnotes']

const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
const BY = 'w:author="Kim" w:date="2026-10-30T09:00:00Z"'

/**
 * Makes a Word document with so many comments, replies in one thread, tracked changes or footnotes. `grafs`: paragraphs
 * that they are spread over.
 */
export function wordPile(what: Pile, count: number, grafs: number): Uint8Array {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const mark = (number: number): string =>
    what === 'comments'
      ? `<w:commentRangeStart w:id="${number}"/>${text(`word ${number} `)}<w:commentRangeEnd w:id="${number}"/>`
      : what === 'changes'
        ? `${text('so ')}<w:${number % 2 ? 'ins' : 'del'} w:id="${number}" w:author="Kim ${number}" ` +
          `w:date="2026-10-30T09:00:00Z"><w:r><w:${number % 2 ? 't' : 'delText'} xml:space="preserve">${number} ` +
          `</w:${number % 2 ? 't' : 'delText'}></w:r></w:${number % 2 ? 'ins' : 'del'}>`
        : what === 'footnotes'
          ? `${text(`word ${number} `)}<w:r><w:footnoteReference w:id="${number}"/></w:r>`
          : ''
  const each = Math.ceil(count / grafs)
  const body = Array.from(
    { length: grafs },
    (_, graf) =>
      `<w:p>${text('Talks. ')}${numbers
        .slice(graf * each, (graf + 1) * each)
        .map(mark)
        .join('')}</w:p>`,
  ).join('')
  const start = '<w:commentRangeStart w:id="1"/>'
  const thread = `<w:p>${start}${text('Talks ended.')}<w:commentRangeEnd w:id="1"/></w:p>`
  const comment = (number: number): string =>
    `<w:comment w:id="${number}" ${BY}><w:p w14:paraId="${number}">${text(`Note ${number}`)}</w:p></w:comment>`
  const extended = numbers.map(
    (number) => `<w15:commentEx w15:paraId="${number}" ${number === 1 ? '' : 'w15:paraIdParent="1" '}w15:done="0"/>`,
  )
  return docxOf(
    what === 'replies' ? thread : body,
    what === 'comments' || what === 'replies'
      ? {
          comments: numbers.map(comment).join(''),
          ...(what === 'replies' ? { commentsExtended: extended.join('') } : {}),
        }
      : what === 'footnotes'
        ? {
            footnotes: numbers
              .map((number) => `<w:footnote w:id="${number}"><w:p>${text(`Note ${number}.`)}</w:p></w:footnote>`)
              .join(''),
          }
        : {},
  )
}
