import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { Finding } from '../../story/assessment/finding'
import { isNameElsewhere, shownSource } from '../../story/desk/source'
import { FindingItem } from '../checks/FindingItem'
import { useShowPlace } from '../state/hooks/useShowPlace'
import { KeptBack } from './KeptBack'
import { VerdictList } from '../checks/VerdictList'
import { blockWords } from '../checks/verdictWords'
import { focusPlace } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { pick, useNewsroom, useStory } from '../state'
import type { ExportPreview } from './preview/useExportPreview'
import '../checks/gate.css'

interface ExportGateProps {
  readonly preview: ExportPreview | undefined
  /** Called before a place is shown, so that the panel makes room. */
  readonly onShow: () => void
}

const findingKey = ({ rule, key }: Finding): string => `${rule} ${key}`

const isLeak = ({ rule, severity }: Finding): boolean => rule === 'sourceProtection' && severity === 'block'

/** Shows what the gate says about this export, and whether its bytes hold a protected name. */
export function ExportGate({ preview, onShow }: ExportGateProps) {
  const show = useShowPlace()
  const { sources } = useNewsroom(pick('desk')).desk
  const notSought = sources.filter(isNameElsewhere).map((source) => shownSource(source, sources))
  const story = useStory(pick('id', 'clear', 'judged'))
  const verdict = preview?.verdict
  const leaks = verdict ? [...verdict.blocks, ...verdict.warns].filter(isLeak) : []
  const rest = verdict
    ? {
        ...verdict,
        blocks: verdict.blocks.filter((finding) => !isLeak(finding)),
        warns: verdict.warns.filter((finding) => !isLeak(finding)),
      }
    : undefined
  const blocks = rest?.blocks ?? []
  // The window counts what blocks clearing. An export asks for more, or for less.
  const clearing = new Set(story?.judged ? story.clear.blocks.map(findingKey) : [])
  const shared = blocks.filter((finding) => clearing.has(findingKey(finding))).length

  return (
    <section
      ref={focusPlace(PLACES.findingList)}
      className="export-gate"
      aria-label={exportPanelText('exportGate.gateLeakScan')}
      aria-busy={preview === undefined}
    >
      {preview === undefined ? <p className="soft">{exportPanelText('exportGate.makingAskingGate')}</p> : null}
      {verdict ? (
        <p className={`gate-words ${blocks.length > 0 ? 'is-stop' : 'is-ok'}`}>
          <span aria-hidden="true">{blocks.length > 0 ? '✕' : '●'}</span> {exportPanelText('exportGate.gate')}{' '}
          {blocks.length > 0 ? blockWords(blocks) : exportPanelText('exportGate.nothingBlocksExport')}
        </p>
      ) : null}
      {story?.judged && blocks.length > shared ? (
        <p className="soft">{exportPanelText('exportGate.ofClearing', { shared, own: blocks.length - shared })}</p>
      ) : null}
      {preview?.exported || leaks.length > 0 ? (
        <p className={`gate-words ${leaks.length > 0 ? 'is-stop' : notSought.length > 0 ? 'is-warn' : 'is-ok'}`}>
          <span aria-hidden="true">{leaks.length > 0 ? '✕' : notSought.length > 0 ? '▲' : '●'}</span>{' '}
          {exportPanelText('exportGate.leakScan')}{' '}
          {leaks.length > 0
            ? exportPanelText('exportGate.protectedNamesStand', { count: leaks.length })
            : exportPanelText(notSought.length > 0 ? 'exportGate.noneOfThoseHere' : 'exportGate.noProtectedNameAlias')}
        </p>
      ) : null}
      {preview?.exported && notSought.length > 0 ? (
        <p className="panel-note">{exportPanelText('exportGate.namesElsewhere', { sources: notSought.join(', ') })}</p>
      ) : null}
      <KeptBack parts={preview?.exported?.keptBack ?? []} />
      {leaks.length > 0 && story ? (
        <ul className="finding-list" aria-label={exportPanelText('exportGate.protectedNames')}>
          {leaks.map((finding) => (
            <FindingItem key={findingKey(finding)} finding={finding} story={story.id} onShow={onShow} />
          ))}
        </ul>
      ) : null}
      {rest ? (
        <VerdictList
          verdict={rest}
          onJump={(finding) => {
            onShow()
            show(finding.where)
          }}
        />
      ) : null}
    </section>
  )
}
