import type { PublishedBlock } from '../../../projection/published/publishedStory'
import { container, element, XML_DECLARATION } from '../xml/xml'
import { W } from './parts'

/**
 * Word has one abstract list of bullets and one of numbers. Each list of a story is an instance, so that each counts
 * from 1.
 */
const ABSTRACT = { bullet: 0, ordered: 1 } as const
const BULLETS = ['•', '◦', '▪', '•', '◦', '▪']

export interface ListInstance {
  readonly id: number
  readonly kind: 'bullet' | 'ordered'
}

/**
 * Finds the list of each block. Items of one level belong to one list until another kind of list or a lower level
 * begins.
 */
export function listInstances(blocks: readonly PublishedBlock[]): {
  readonly of: readonly (ListInstance | undefined)[]
  readonly all: readonly ListInstance[]
} {
  const all: ListInstance[] = []
  const open: ListInstance[] = []
  const of = blocks.map((block) => {
    if (block.role !== 'listItem') {
      open.length = 0
      return undefined
    }
    const level = block.level ?? 1
    const kind = block.list ?? 'bullet'
    open.length = Math.min(open.length, level)
    const here = open[level - 1]
    if (here?.kind === kind) return here
    const made = { id: all.length + 1, kind }
    all.push(made)
    open[level - 1] = made
    return made
  })
  return { of, all }
}

export function numbering(instances: readonly ListInstance[]): string {
  return (
    XML_DECLARATION +
    container(
      'w:numbering',
      { 'xmlns:w': W },
      abstractList(ABSTRACT.bullet, (level) => [
        element('w:numFmt', { 'w:val': 'bullet' }),
        element('w:lvlText', { 'w:val': BULLETS[level] }),
      ]),
      abstractList(ABSTRACT.ordered, (level) => [
        element('w:numFmt', { 'w:val': 'decimal' }),
        element('w:lvlText', { 'w:val': `%${level + 1}.` }),
      ]),
      ...instances.map(({ id, kind }) =>
        container(
          'w:num',
          { 'w:numId': id },
          element('w:abstractNumId', { 'w:val': ABSTRACT[kind] }),
          ...[0, 1, 2, 3, 4, 5].map((level) =>
            container('w:lvlOverride', { 'w:ilvl': level }, element('w:startOverride', { 'w:val': 1 })),
          ),
        ),
      ),
    )
  )
}

function abstractList(id: number, level: (level: number) => readonly string[]): string {
  return container(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    element('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
    ...[0, 1, 2, 3, 4, 5].map((at) =>
      container(
        'w:lvl',
        { 'w:ilvl': at },
        element('w:start', { 'w:val': 1 }),
        ...level(at),
        element('w:lvlJc', { 'w:val': 'left' }),
        container('w:pPr', {}, element('w:ind', { 'w:left': 360 * (at + 1), 'w:hanging': 360 })),
      ),
    ),
  )
}
