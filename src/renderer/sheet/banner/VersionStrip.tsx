import { sheetText } from '../../../catalogue/writing/sheet'
import { ChevronRight, Clock, GitCompareArrows, Globe } from 'lucide-react'
import { useMemo } from 'react'
import { destinationsOfVersion, publishedVersions } from '../../../story/ledger/leaving/corrections/corrections'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { embargoAsPublished } from '../../../story/ledger/leaving/embargoThen'
import { isNextVersion } from '../../../story/ledger/leaving/openVersion'
import { VERSION_KIND_WORDS } from '../../../story/ledger/stages'
import { Button } from '../../ui'
import { pick, useNotice, useStory } from '../../state'
import { embargoRuns } from '../../fields/embargoTime'
import { useMinute } from '../../state/hooks/useMinute'
import { useStillHere } from '../../state/hooks/useStillHere'
import { useWindowServices } from '../../state/windowServices'
import { shortTime } from '../../facts/shortTime'
import { publishedSnapshot } from '../snapshotBefore'
import './strips.css'

/** While something is published: which version readers have, since when and where, and which one is open next. */
export function VersionStrip() {
  const story = useStory(pick('id', 'story', 'entries', 'apart', 'fields'))
  const { act } = useWindowServices().newsroom
  const { open } = useWindowServices().panels
  const { check, say } = useNotice()
  const stillHere = useStillHere()
  const { entries, apart } = story ?? {}
  const standing = story?.story.ledger.standing
  const isOpen = standing !== undefined && isNextVersion(standing)
  const live = standing && standing.version - (isOpen ? 1 : 0)
  const given = story?.fields.embargo ?? ''
  const embargo = useMemo(() => (entries ? embargoAsPublished(entries, given) : ''), [entries, given])
  // Receiving desks have it; readers do not yet.
  const isHeld = embargoRuns(embargo, useMinute(embargo !== ''))
  const out = useMemo(
    () =>
      entries && live !== undefined
        ? {
            at: publishedVersions(entries, apartOf(apart ?? [])).find(({ version }) => version === live)?.at,
            count: destinationsOfVersion(entries, live, apartOf(apart ?? [])).length,
          }
        : undefined,
    [entries, apart, live],
  )
  if (!story || !standing?.live || standing.stage === 'killed' || out?.at === undefined) return null
  const { at } = out
  const withPublished = async (go: (n: number) => void): Promise<void> => {
    const isStillHere = stillHere(story.id)
    const timeline = check(await act('version.list', { story: story.id }))
    if (!timeline || !isStillHere()) return
    const published = publishedSnapshot(timeline.versions)
    if (published) go(published.n)
    else say(sheetText('storyNote.noPublished'))
  }
  const show = (): Promise<void> => withPublished((n) => open({ kind: 'version', n, version: live ?? 1, at }))
  const compare = (): Promise<void> => withPublished((n) => open({ kind: 'compare', from: n, version: live ?? 1 }))
  return (
    <section className="strip version-strip" aria-label={sheetText('versions.name')}>
      <span className="version-pill" data-live={!isHeld}>
        {isHeld ? <Clock aria-hidden="true" /> : <Globe aria-hidden="true" />}
        {sheetText(isHeld ? 'versions.embargoed' : 'versions.live')}
      </span>
      <span className="version-of">
        <button
          type="button"
          className="version-open"
          title={sheetText('versions.show', { version: live ?? 1 })}
          onClick={() => void show()}
        >
          {sheetText('versions.version', { version: live ?? 1 })}
        </button>{' '}
        <span className="strip-more strip-first">
          {sheetText(isHeld ? 'versions.embargoedSince' : 'versions.since', { at: shortTime(at), count: out.count })}
        </span>
      </span>
      {isOpen ? (
        <>
          <ChevronRight className="version-arrow" aria-hidden="true" />
          <span className="version-next">
            <span className="version-pill">{sheetText('versions.next')}</span>
            <span className="version-of">
              <strong>{sheetText('versions.version', { version: standing.version })}</strong>{' '}
              <span className="strip-more">
                {sheetText(`versions.${standing.stage}`, {
                  kind: VERSION_KIND_WORDS[standing.versionKind ?? 'update'],
                })}
              </span>
            </span>
          </span>
          <Button look="plain" icon={<GitCompareArrows aria-hidden="true" />} onClick={() => void compare()}>
            {sheetText('versions.compare')}
          </Button>
        </>
      ) : null}
    </section>
  )
}
