import { checksPanelText } from '../../../catalogue/window/checksPanel'
import { mayDismiss } from '../../../gate/override'
import { openFacts } from '../../../review/openFacts'
import { BULK_ACT, type BulkAct, type FindingKind } from '../../../review/findingKinds'
import { pick, useNewsroom, useNotice, useStory, useStoryReadOnly } from '../../state'
import { useShowPlace } from '../../state/hooks/useShowPlace'
import { useWindowServices } from '../../state/windowServices'
import type { IssueGroup } from './issueList'
import { kindTitle } from './kindTitle'
import { useSelectIssue } from './useIssues'
import { useTagAll } from './useTagAll'

export interface OfferedBulkAct {
  readonly act: BulkAct
  /** On the heading of a folded group. */
  readonly short: string
  /** On its button. */
  readonly long: string
  readonly run: () => void
}

const NAMES: Readonly<Partial<Record<FindingKind, 'names' | 'dates' | 'places'>>> = {
  names: 'names',
  dates: 'dates',
  places: 'places',
}

/** The one act that this person may do with a group. Undefined: none. */
export function useBulkAct(group: IssueGroup): OfferedBulkAct | undefined {
  const { panels, newsroom } = useWindowServices()
  const { person, desk } = useNewsroom(pick('person', 'desk'))
  const readOnly = useStoryReadOnly()
  const story = useStory(pick('story', 'editor'))
  const { say } = useNotice()
  const show = useShowPlace()
  const select = useSelectIssue()
  const tagAll = useTagAll()
  const { kind, findings } = group
  const count = findings.length
  const mayTag = readOnly === undefined && person !== undefined && story?.editor?.isEditable === true
  const tag: OfferedBulkAct = {
    act: 'tag',
    short: checksPanelText('bulk.tag'),
    long: checksPanelText(`bulk.tagAll.${kind as 'quotes'}`, { count }),
    run: () => tagAll(group),
  }
  switch (BULK_ACT[kind]) {
    case 'tag':
      return mayTag ? tag : undefined
    case 'dismiss': {
      const of = NAMES[kind]
      const may =
        readOnly === undefined &&
        person !== undefined &&
        story !== null &&
        findings.some((finding) => mayDismiss(finding, person, story.story, desk))
      if (!may || !of) return mayTag ? tag : undefined
      const words = checksPanelText('bulk.nothingToCheck')
      return { act: 'dismiss', short: words, long: words, run: () => panels.open({ kind: 'nothingToCheck', of }) }
    }
    case 'review':
      return {
        act: 'review',
        short: checksPanelText('bulk.review'),
        long: checksPanelText('bulk.reviewAll', { count }),
        run: () => {
          const session = newsroom.store.getState().session
          if (!session) return
          const wanted = new Set(findings.flatMap(({ where }) => ('fact' in where ? (where.fact ?? []) : [])))
          const facts = session.store.getState().view.assessments.filter(({ id }) => wanted.has(id))
          const [first] = [...openFacts(facts), ...facts]
          if (!first) return say(checksPanelText('bulk.noFact'))
          session.navigation.setCurrent(first.id)
          panels.reviewOnly({
            story: session.id,
            title: kindTitle(group),
            facts: new Set(facts.map(({ id }) => id)),
          })
        },
      }
    case 'show':
      return {
        act: 'show',
        short: checksPanelText('bulk.show'),
        long: checksPanelText('bulk.showFirst'),
        run: () => {
          const [first] = findings
          if (!first) return
          panels.checks.setOpen(group.id, true)
          select(group, 0)
          if (first.where.kind === 'field' || first.where.kind === 'correction') show(first.where)
        },
      }
  }
}
