/** Protected sources of a bundle with what a sealed part says of them. */
import { sourceBook, type Source } from '../../story/desk/source'
import { canonicalJson } from '../../story/text/canonicalJson'
import { defined } from '../../story/text/defined'
import { sameName } from '../../story/text/words/personName'
import { commitmentOf } from '../../story/view/commitment'

/**
 * `sources` with these records in their places. Undefined: one is not in `sources`, or is not the person to whom the
 * open part commits, or says something else than the open part does of what is no secret. So nobody can put another
 * name under a pseudonym on which signatures rest, and opening a bundle changes no terms.
 */
export function revealedSources(
  sources: readonly Source[],
  revealed: readonly Source[],
): readonly Source[] | undefined {
  const records = new Map(revealed.map((source) => [source.id, source]))
  const open = new Map(sources.map((source) => [source.id, source]))
  const united = sources.map((source) => {
    const record = records.get(source.id)
    return record ? withSecrets(source, record) : source
  })
  const book = sourceBook(united)
  const isRight = (record: Source): boolean => {
    const source = open.get(record.id)
    return (
      source?.protected === true &&
      source.commitment !== undefined &&
      source.commitment !== '' &&
      commitmentOf(record.id, book) === source.commitment &&
      canonicalJson(withSecrets(source, record)) === canonicalJson(record) &&
      // The pseudonym is shown to everybody.
      [record.name, ...record.aliases].every((name) => !sameName(name, record.pseudonym ?? ''))
    )
  }
  return revealed.every(isRight) ? united : undefined
}

/** The source with who it is. Of the record nothing else counts. */
export function withSecrets(source: Source, record: Source): Source {
  const { commitment: _commitment, wording: _wording, ...open } = source
  const { name, aliases, contact, wording, pooler, poolNumber, commitmentKey } = record
  return { ...open, name, aliases, ...defined({ contact, wording, pooler, poolNumber, commitmentKey }) }
}
