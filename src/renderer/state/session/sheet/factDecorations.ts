import type { EditorView } from '@tiptap/pm/view'
import { FactDepths, moreInMargin } from '../../../../editor/facts/factDepths'
import { changeFactStatuses, setFactStatuses, type FactLooks } from '../../../../editor/facts/factView'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { Copy } from '../../../../story/copy/copy'

/** Shows in the sheet what the facts are. After a letter only the facts that became others are touched. */
export class FactDecorations {
  readonly #depths = new FactDepths()
  #shown:
    | {
        readonly facts: readonly Assessment[]
        readonly depths: ReadonlyMap<string, number>
        readonly more: ReadonlyMap<string, number>
      }
    | undefined

  /** `facts`: those in the copy, in text order. */
  show(view: EditorView, copy: Copy, facts: readonly Assessment[]): void {
    const shown = this.#shown
    const depths = this.#depths.of(copy)
    const more = shown?.depths === depths ? shown.more : moreInMargin(copy, depths)
    const looksOf = (some: readonly Assessment[]): FactLooks =>
      new Map(some.map(({ id, status }) => [id, { status, depth: depths.get(id) ?? 0, more: more.get(id) ?? 0 }]))
    const changed = shown?.depths === depths ? changedFacts(shown.facts, facts) : undefined
    if (changed) changeFactStatuses(view, looksOf(changed))
    else setFactStatuses(view, looksOf(facts))
    this.#shown = { facts, depths, more }
  }
}

/** Undefined if facts came, went or changed their order. */
function changedFacts(before: readonly Assessment[], now: readonly Assessment[]): readonly Assessment[] | undefined {
  if (before.length !== now.length) return undefined
  const changed: Assessment[] = []
  for (const [index, fact] of now.entries()) {
    if (fact === before[index]) continue
    if (fact.id !== before[index]?.id) return undefined
    changed.push(fact)
  }
  return changed
}
