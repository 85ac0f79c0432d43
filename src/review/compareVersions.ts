/** Compares two versions of a story: text, facts and fields. */
import { alignTexts } from '../story/text/words/alignTexts'
import type {
  BlockChange,
  Comparison,
  FactChange,
  FactSide,
  FieldChange,
  WordChange,
} from '../story/requests/comparison'
import { fieldValueWords } from '../story/history/fieldValueWords'
import { FIELD_NAMES, fieldText, type FieldName, type Fields } from '../story/ledger/fields'
import type { FactView, StoryView } from '../story/requests/requests'
import { changedWords } from './changedWords'
import { defined } from '../story/text/defined'

type Blocks = StoryView['blocks']

/** What changed from one version of a story to another. */
export function compareVersions(before: StoryView, after: StoryView): Comparison {
  const blocks = compareBlocks(before.blocks, after.blocks)
  return {
    blocks,
    facts: compareFacts(before.facts, after.facts),
    fields: compareFields(before.fields, after.fields),
    ...countChanges(blocks),
  }
}

function compareBlocks(before: Blocks, after: Blocks): readonly BlockChange[] {
  const pairs = alignTexts(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const changes = pairs.map((pair): BlockChange => {
    const old = pair.before === undefined ? undefined : before[pair.before]
    const now = pair.after === undefined ? undefined : after[pair.after]
    if (!now) return { kind: 'removed', role: old?.role ?? 'paragraph', runs: whole('removed', old?.text) }
    if (!old) return { kind: 'added', role: now.role, runs: whole('added', now.text) }
    const sameRole = old.role === now.role && old.level === now.level
    return {
      kind: old.text === now.text && sameRole ? 'same' : 'changed',
      role: now.role,
      ...(sameRole ? {} : { roleBefore: old.role }),
      runs: old.text === now.text ? whole('same', now.text) : changedWords(old.text, now.text),
    }
  })
  return withMoves(changes)
}

const whole = (kind: WordChange['kind'], text = ''): readonly WordChange[] => (text === '' ? [] : [{ kind, text }])

/** A block that is removed in one place and added in another with the same text is moved. */
function withMoves(changes: readonly BlockChange[]): readonly BlockChange[] {
  const textOf = ({ runs }: BlockChange): string => runs.map(({ text }) => text).join('')
  const gone = new Map<string, number[]>()
  changes.forEach((change, index) => {
    if (change.kind === 'removed' && change.runs.length > 0)
      gone.set(textOf(change), [...(gone.get(textOf(change)) ?? []), index])
  })
  const left = new Set<number>()
  const moved = changes.map((change): BlockChange => {
    const from = change.kind === 'added' ? gone.get(textOf(change))?.shift() : undefined
    if (from === undefined) return change
    left.add(from)
    return { ...change, kind: 'moved', runs: whole('same', textOf(change)) }
  })
  return moved.filter((_, index) => !left.has(index))
}

function compareFacts(before: readonly FactView[], after: readonly FactView[]): readonly FactChange[] {
  const then = new Map(before.map((fact) => [fact.id, sideOf(fact)]))
  const now = new Map(after.map((fact) => [fact.id, sideOf(fact)]))
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((id): FactChange[] => {
    const [old, fresh] = [then.get(id), now.get(id)]
    if (old && fresh && old.status === fresh.status && old.text === fresh.text && old.type === fresh.type) return []
    return [{ id, ...defined({ before: old, after: fresh }) }]
  })
}

const sideOf = ({ type, status, text }: FactView): FactSide => ({ type, status, text })

function compareFields(before: Fields, after: Fields): readonly FieldChange[] {
  return FIELD_NAMES.flatMap((field) => {
    const [old, now] = [valueText(before[field]), valueText(after[field])]
    return old === now ? [] : [{ field, before: old, after: now }]
  })
}

const valueText = (value: Fields[FieldName]): string =>
  typeof value === 'string' ? value : fieldValueWords(fieldText(value))

const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu

function countChanges(blocks: readonly BlockChange[]): Pick<Comparison, 'added' | 'removed'> {
  const count = (kind: WordChange['kind']): number =>
    blocks
      .flatMap(({ runs }) => runs)
      .reduce((sum, run) => sum + (run.kind === kind ? (run.text.match(WORD)?.length ?? 0) : 0), 0)
  return { added: count('added'), removed: count('removed') }
}
