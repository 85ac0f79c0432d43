/**
 * Sees in a transaction that a picture was moved: one person takes it out and puts it in elsewhere. Its details are
 * attributes that the mover sets again, so each is noted as moved from the old one, as characters are.
 */
import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../../story/copy/documentSchema'
import { sameText } from '../../../story/text/compare'
import { itemsIn, lastAttribute } from '../../reading/yjsItems'
import type { Hand } from '../characters/hands'

/** The attributes of a picture that people rely on. */
export const DETAILS = ['file', 'alt', 'credit', 'captured'] as const
const MOST_REMEMBERED = 50

interface Taken {
  readonly by: string
  readonly picture: Y.XmlElement
}

export class PictureMoves {
  /** Pictures that a person cut, until they paste them. */
  #cut: readonly Taken[] = []

  read(transaction: Y.Transaction, by: string): readonly Hand[] {
    const copy = transaction.doc.getXmlFragment(COPY_FRAGMENT)
    if (![...transaction.changed.keys()].some((type: unknown) => type === copy)) return []
    const put: Y.XmlElement[] = []
    for (const { id, deleted, content } of itemsIn(copy)) {
      const picture = content instanceof Y.ContentType && isPicture(content.type) ? content.type : undefined
      if (!picture) continue
      const isNew = id.clock >= (transaction.beforeState.get(id.client) ?? 0)
      if (isNew && !deleted) put.push(picture)
      else if (deleted && !isNew && Y.isDeleted(transaction.deleteSet, id)) this.#cut = [...this.#cut, { by, picture }]
    }
    this.#cut = this.#cut.slice(-MOST_REMEMBERED)
    return put.flatMap((picture) => {
      const from = this.#cut.findLast((cut) => cut.by === by && sameFile(cut.picture, picture))
      return from ? DETAILS.flatMap((name) => movedDetail(name, from.picture, picture)) : []
    })
  }
}

const isPicture = (type: unknown): type is Y.XmlElement => type instanceof Y.XmlElement && type.nodeName === 'picture'

const sameFile = (a: Y.XmlElement, b: Y.XmlElement): boolean =>
  lastAttribute(a, 'file')?.value === lastAttribute(b, 'file')?.value

function movedDetail(name: string, from: Y.XmlElement, to: Y.XmlElement): readonly Hand[] {
  const [was, is] = [lastAttribute(from, name), lastAttribute(to, name)]
  if (!was || !is || !sameText(String(was.value), String(is.value))) return []
  return [['moved', is.client, is.clock, 1, was.client, was.clock]]
}
