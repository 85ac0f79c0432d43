import { evidenceText } from '../../../catalogue/window/evidence'
import {
  lazy,
  Suspense,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Evidence } from '../../../story/ledger/facts/fact'
import type { KeptFileFacts } from '../../../story/requests/requests'
import { locatorPlace } from '../../../checks/evidence/locatorPlace'
import { FileThere } from '../FileThere'
import { MediaView } from './MediaView'
import { PictureView } from './PictureView'
import type { Marks } from './marks'
import {
  passageOfMatch,
  selectedPassage,
  TextInViewContext,
  type TakenPassage,
  type TextInView,
} from '../passage/passage'
import { SelectionBar } from '../passage/SelectionBar'
import { TextView } from './TextView'
import { ViewerTools } from './ViewerTools'
import { defined } from '../../../story/text/defined'
import { useNotice, usePanels } from '../../state'
import { useCompanion } from '../files/useCompanion'
import { useWindowServices } from '../../state/windowServices'
import { Problem } from '../../ui'
import './viewer.css'

/** PDF is the largest part of the window's code, so it is loaded when the first PDF is opened. */
const PdfView = lazy(() => import('../pdf/PdfView').then(({ PdfView: View }) => ({ default: View })))

const addressOf = (sha256: string): string => `evidence://file/${sha256}`

interface EvidenceViewerProps {
  readonly evidence: Pick<Evidence, 'locator' | 'fileName'> & { readonly file: string }
  /** Id of the source: its other files may be the transcript or the recording. */
  readonly source: string
  /** What is shown. When it changes, the view goes back to the place of the locator. */
  readonly of: string
  readonly marks: Marks
  /** Kind of source and ground rules. */
  readonly about: string
  /** What stands between the tools and the file. */
  readonly strip?: ReactNode
  /** What stands in place of a file that the library does not have. */
  readonly missing?: ReactNode
  /** Takes a passage of the file as an excerpt. Undefined: the story is read-only. */
  readonly onTake?: ((passage: TakenPassage, file: KeptFileFacts) => void) | undefined
}

/**
 * Shows a captured file beside the copy, at the evidence's locator, with the words of the fact marked. Nothing in it
 * runs, and it fetches nothing.
 */
export function EvidenceViewer({ evidence, source, of, marks, about, strip, missing, onTake }: EvidenceViewerProps) {
  const { act } = useWindowServices().newsroom
  const { file, fileName = '', locator } = evidence
  const [known, setKnown] = useState<{
    readonly file: string
    readonly facts?: KeptFileFacts
    readonly problem?: string
  }>()

  const isChanging = usePanels(({ overlay }) => overlay?.kind === 'changeEvidence')
  useEffect(() => {
    let gone = false
    void act('file.describe', { sha256: file, name: fileName }).then((outcome) => {
      if (!gone) setKnown(outcome.ok ? { file, facts: outcome.value } : { file, problem: outcome.message })
    })
    return () => {
      gone = true
    }
    // Asked again after the form: a missing file may have been attached again.
  }, [act, file, fileName, isChanging])

  const { words, excerpt, found, onFound } = marks
  const stable = useMemo(() => ({ words, ...defined({ excerpt, found, onFound }) }), [words, excerpt, found, onFound])
  const facts = known?.file === file ? known.facts : undefined
  const problem = known?.file === file ? known.problem : undefined
  const shown = useRef<TextInView>(null)
  const box = useRef<HTMLElement>(null)
  const take = onTake && facts ? (passage: TakenPassage): void => onTake(passage, facts) : undefined
  useTakeKey(box, shown, take)
  return (
    <TextInViewContext value={shown}>
      <figure
        ref={box}
        className="viewer"
        aria-label={evidenceText('evidenceViewer.evidenceFile', {
          value: fileName || evidenceText('evidenceViewer.withoutName'),
        })}
      >
        {facts && !facts.trouble ? (
          <Shown
            key={file}
            facts={facts}
            source={source}
            onTime={take && ((time) => take({ excerpt: '', locator: time }))}
            locator={locator}
            name={fileName}
            of={of}
            marks={stable}
            about={about}
            strip={strip}
          />
        ) : (
          <>
            <ViewerTools about={about} />
            {strip}
            {problem || facts?.trouble ? <FileThere /> : null}
            <Problem text={problem} />
            {problem ? missing : null}
            {facts?.trouble ? <p className="viewer-note viewer-problem">{facts.trouble}</p> : null}
          </>
        )}
        <SelectionBar box={box} shown={shown} onTake={take} />
      </figure>
    </TextInViewContext>
  )
}

/** Gives the key of review what it takes: the selected words, else the sentence of the match. */
function useTakeKey(
  box: RefObject<HTMLElement | null>,
  shown: RefObject<TextInView | null>,
  take: ((passage: TakenPassage) => void) | undefined,
): void {
  const { panels } = useWindowServices()
  const { say } = useNotice()
  const press = useEffectEvent((): void => {
    const body = box.current?.querySelector('.viewer-body')
    const passage =
      shown.current && body
        ? (selectedPassage(shown.current, body, document.getSelection()) ?? passageOfMatch(shown.current))
        : undefined
    if (passage) take?.(passage)
    else say(evidenceText('selectionBar.nothing'))
  })
  const isOffered = take !== undefined
  useEffect(() => {
    if (!isOffered) return
    panels.store.setState({ takeExcerpt: () => press() })
    return () => panels.store.setState({ takeExcerpt: null })
  }, [panels, isOffered])
}

interface ShownProps {
  readonly facts: KeptFileFacts
  readonly source: string
  readonly locator: string
  readonly name: string
  readonly of: string
  readonly marks: Marks
  readonly about: string
  readonly strip: ReactNode
  readonly onTime: ((time: string) => void) | undefined
}

function Shown({ facts, source, locator, name, of, marks, about, strip, onTime }: ShownProps) {
  const { sha256, kind } = facts
  const address = addressOf(sha256)
  const place = locatorPlace(locator)
  const isMedia = kind === 'audio' || kind === 'video'
  const hasLines = kind === 'text' || kind === 'markdown' || kind === 'other'
  const transcript = useCompanion('transcript', { source, file: sha256, fileName: name, isAsked: isMedia })
  const recording = useCompanion('recording', { source, file: sha256, fileName: name, isAsked: hasLines })
  switch (kind) {
    case 'pdf':
      return (
        <Suspense fallback={<p className="viewer-note soft">{evidenceText('evidenceViewer.opening')}</p>}>
          <PdfView
            address={address}
            size={facts.size}
            of={of}
            page={marks.found?.page ?? place.page}
            marks={marks}
            about={about}
            strip={strip}
          />
        </Suspense>
      )
    case 'text':
    case 'markdown':
    case 'page':
    case 'mail':
    case 'other': {
      const wordsOnly = kind !== 'text' && kind !== 'markdown'
      if (recording)
        return (
          <MediaView
            address={addressOf(recording.facts.sha256)}
            video={recording.facts.kind === 'video'}
            of={of}
            {...place}
            time={place.time}
            name={recording.file.fileName}
            marks={marks}
            about={about}
            strip={strip}
            transcript={{ sha256, name, wordsOnly }}
            onTime={undefined}
          />
        )
      return (
        <TextView
          sha256={sha256}
          name={name}
          of={of}
          wordsOnly={wordsOnly}
          place={place}
          marks={marks}
          about={about}
          strip={strip}
        />
      )
    }
    case 'image':
      return (
        <PictureView address={address} sha256={sha256} name={name} width={facts.width} about={about} strip={strip} />
      )
    case 'audio':
    case 'video':
      return (
        <MediaView
          address={address}
          video={kind === 'video'}
          of={of}
          time={place.time}
          name={name}
          marks={marks}
          about={about}
          strip={strip}
          transcript={
            transcript && {
              sha256: transcript.facts.sha256,
              name: transcript.file.fileName,
              wordsOnly: transcript.facts.kind === 'other',
            }
          }
          onTime={onTime}
        />
      )
  }
}
