/** Protected sources of a bundle with what a sealed part says of them. */
import { sourceBook, type Source } from '../../story/desk/source'
import { commitmentOf } from '../../story/view/commitment'

/**
 * `sources` with these records in their places. Undefined: one is none of them, or is not the person to whom the open
 * part commits. So nobody can put another name under a pseudonym on which signatures rest.
 */
export function revealedSources(
  sources: readonly Source[],
  revealed: readonly Source[],
): readonly Source[] | undefined {
  const records = new Map(revealed.map((source) => [source.id, source]))
  const open = new Map(sources.map((source) => [source.id, source]))
  const united = sources.map((source) => records.get(source.id) ?? source)
  const book = sourceBook(united)
  const isRight = ({ id }: Source): boolean => {
    const { protected: guarded, commitment } = open.get(id) ?? {}
    return guarded === true && commitment !== undefined && commitment !== '' && commitmentOf(id, book) === commitment
  }
  return revealed.every(isRight) ? united : undefined
}
