/** What a block is: its role, its level, its list. Somebody without the pen proposes another shape. */
import type * as Y from 'yjs'
import { readMarkedBlock } from '../reading/readStory'
import { settingsOf } from '../reading/yjsItems'
import { proposalId, type ProposalWork } from './proposalWork'
import type { Typing } from './typing'

const SHAPE = ['role', 'level', 'list'] as const

interface ShapeChange {
  readonly name: (typeof SHAPE)[number]
  readonly by: string
  readonly last: { readonly client: number; readonly clock: number }
  /** The value that it had. */
  readonly was: unknown
}

/** What somebody changed of a block's shape without the pen. */
export function shapeChanges(element: Y.XmlElement, typing: Typing): readonly ShapeChange[] {
  if (element.nodeName !== 'block') return []
  return SHAPE.flatMap((name): readonly ShapeChange[] => {
    const settings = settingsOf(element, name)
    const [last] = settings
    if (!last || !typing.isNew(last.client, last.clock)) return []
    const by = typing.typedWithout(last.client, last.clock)
    const was = settings.find((one) => !typing.isNew(one.client, one.clock))?.value
    return by === undefined || was === last.value ? [] : [{ name, by, last, was }]
  })
}

/** Puts the shape of a block back and proposes the one that it was given. */
export function proposeShape(element: Y.XmlElement, { typing, made }: ProposalWork): void {
  const changed = shapeChanges(element, typing)
  const [first] = changed
  if (!first) return
  const { text: _text, spans: _spans, proposed: _proposed, joins: _joins, becomes, ...shape } = readMarkedBlock(element)
  for (const { name, was } of changed) {
    if (was === undefined) element.removeAttribute(name)
    else element.setAttribute(name, was as string)
  }
  if (becomes) return
  const id = proposalId(first.last.client, first.last.clock, 'typed')
  made.set(id, { id, by: first.by })
  element.setAttribute(
    'becomes',
    `${id} ${[shape.role, shape.level, shape.list].filter((one) => one !== undefined).join(' ')}`,
  )
}
