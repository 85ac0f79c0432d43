import { depthsOf, type FactLook } from '../../../editor/facts/factView'
import type { Assessment } from '../../../story/assessment/assessment'
import type { Copy } from '../../../story/copy/copy'

/** The decoration of every fact in the copy. */
export function factDecorations(copy: Copy, assessments: readonly Assessment[]): Map<string, FactLook> {
  const depths = depthsOf(copy)
  return new Map(assessments.map((fact) => [fact.id, { status: fact.status, depth: depths.get(fact.id) ?? 0 }]))
}
