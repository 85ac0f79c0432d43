import { evidenceText } from '../../catalogue/window/evidence'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { Evidence } from '../../story/ledger/fact'
import type { KeptFileFacts } from '../../story/requests/requests'
import { fileSize } from '../../story/text/fileSize'
import { locatorPlace } from '../../checks/evidence/locatorPlace'
import { MediaView } from './MediaView'
import { PictureView } from './PictureView'
import type { Marks } from './marks'
import { TextView } from './TextView'
import { useWindowServices } from '../state/windowServices'
import './evidence.css'

/** PDF is the largest part of the window's code, so it is loaded when the first PDF is opened. */
const PdfView = lazy(() => import('./PdfView').then(({ PdfView: View }) => ({ default: View })))

export const addressOf = (sha256: string): string => `evidence://file/${sha256}`

/**
 * Shows a captured file beside the copy, at the evidence's locator, with the words of the fact marked. Nothing in it
 * runs, and it fetches nothing.
 */
export function EvidenceViewer({
  evidence,
  marks,
}: {
  readonly evidence: Pick<Evidence, 'locator' | 'fileName'> & { readonly file: string }
  readonly marks: Marks
}) {
  const { act } = useWindowServices().newsroom
  const { file, fileName = '', locator } = evidence
  const [known, setKnown] = useState<{
    readonly file: string
    readonly facts?: KeptFileFacts
    readonly problem?: string
  }>()

  useEffect(() => {
    let gone = false
    void act('file.describe', { sha256: file, name: fileName }).then((outcome) => {
      if (!gone) setKnown(outcome.ok ? { file, facts: outcome.value } : { file, problem: outcome.message })
    })
    return () => {
      gone = true
    }
  }, [act, file, fileName])

  const facts = known?.file === file ? known.facts : undefined
  const problem = known?.file === file ? known.problem : undefined
  return (
    <figure
      className="viewer"
      aria-label={evidenceText('evidenceViewer.evidenceFile2', {
        value: fileName || evidenceText('evidenceViewer.withoutName'),
      })}
    >
      <figcaption className="viewer-head">
        <bdi className="file-name">{fileName || evidenceText('evidenceViewer.fileWithoutName')}</bdi>
        {facts ? <span className="soft">{fileSize(facts.size)}</span> : null}
      </figcaption>
      {problem ? (
        <p className="problem" role="alert">
          {problem}
        </p>
      ) : null}
      {facts?.trouble ? <p className="viewer-trouble">{facts.trouble}</p> : null}
      {facts && !facts.trouble ? (
        <Shown key={file} facts={facts} place={locatorPlace(locator)} name={fileName} marks={marks} />
      ) : null}
    </figure>
  )
}

function Shown({
  facts,
  place,
  name,
  marks,
}: {
  readonly facts: KeptFileFacts
  readonly place: ReturnType<typeof locatorPlace>
  readonly name: string
  readonly marks: Marks
}) {
  const address = addressOf(facts.sha256)
  switch (facts.kind) {
    case 'pdf':
      return (
        <Suspense fallback={<p className="soft">{evidenceText('evidenceViewer.opening')}</p>}>
          <PdfView
            key={marks.found?.page ?? place.page}
            address={address}
            size={facts.size}
            page={marks.found?.page ?? place.page ?? 1}
            marks={marks}
          />
        </Suspense>
      )
    case 'text':
    case 'markdown':
    case 'page':
    case 'other':
      return (
        <TextView
          sha256={facts.sha256}
          name={name}
          wordsOnly={facts.kind === 'page' || facts.kind === 'other'}
          place={place}
          marks={marks}
        />
      )
    case 'image':
      return <PictureView address={address} sha256={facts.sha256} name={name} />
    case 'audio':
    case 'video':
      return <MediaView address={address} video={facts.kind === 'video'} time={place.time} name={name} />
  }
}
