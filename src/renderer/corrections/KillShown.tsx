import { correctionsText } from '../../catalogue/window/corrections'
import { shownStored } from '../../story/history/storedText'
import type { KillView } from '../../story/requests/requests'
import { KeptBack } from '../export/KeptBack'
import { shortTime } from '../facts/shortTime'
import { defined } from '../../story/text/defined'
import { Notices } from './Notices'

/** A kill: when, by whom, its text, and what it leaves out. */
export function KillFacts({ kill, keptBack }: { readonly kill: Kill } & Pick<KillView, 'keptBack'>) {
  return (
    <>
      <dl className="kill-facts">
        <dt>{correctionsText('kill.at')}</dt>
        <dd>{shortTime(kill.at)}</dd>
        <dt>{correctionsText('kill.by')}</dt>
        <dd>{kill.by}</dd>
        <dt>{correctionsText('kill.version')}</dt>
        <dd>{versionWords(kill)}</dd>
      </dl>
      <div>
        <p className="field-label">{correctionsText('kill.readers')}</p>
        <p className="kill-text serif" dir="auto">
          {shownStored(kill.text)}
        </p>
      </div>
      <KeptBack parts={keptBack} />
    </>
  )
}

type Kill = NonNullable<KillView['kill']>

interface WentProps {
  readonly view: KillView
  readonly story: string
  /** Somebody was notified, or was not after all. */
  readonly onNoted?: () => void
}

/** Where the story went, with a notice for each place once it is killed. */
export function WhereItWent({ view, story, onNoted }: WentProps) {
  return (
    <>
      {view.mayBeElsewhere && view.destinations.length > 0 ? (
        <p className="problem">{correctionsText('kill.mayBeElsewhere')}</p>
      ) : null}
      <Notices
        of={{ story, version: view.kill?.version ?? 0, kill: true }}
        title={correctionsText('kill.went')}
        nowhere={correctionsText(view.mayBeElsewhere ? 'kill.mayBeElsewhere' : 'kill.nowhere')}
        destinations={view.destinations}
        {...defined({ onNoted })}
      />
    </>
  )
}

function versionWords({ version, published, at }: Kill): string {
  const minutes = published === undefined ? Number.NaN : Math.floor((Date.parse(at) - Date.parse(published)) / 60_000)
  if (!(minutes >= 0)) return String(version)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  const time =
    days > 0
      ? correctionsText('kill.days', { days, hours })
      : hours > 0
        ? correctionsText('kill.hours', { hours, minutes: rest })
        : correctionsText('kill.minutes', { minutes: rest })
  return correctionsText('kill.versionLive', { version, time })
}
