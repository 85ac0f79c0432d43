import { useState } from 'react'
import { settingsText } from '../../catalogue/window/settings'
import { Problem } from '../ui'
import { messageOf } from '../../story/text/messageOf'

/** What scripts/licences.ts writes. `texts` of a work: places in the list of all texts. */
interface LicenceList {
  readonly packages: readonly {
    readonly name: string
    readonly version: string
    readonly licence: string
    readonly home?: string
    readonly texts: readonly number[]
  }[]
  readonly texts: readonly string[]
}

/** The licences of all works that Stet ships, with their texts. The list is read when it is opened. */
export function Licences() {
  const [list, setList] = useState<LicenceList>()
  const [problem, setProblem] = useState<string>()
  const read = async (): Promise<void> => {
    try {
      const answer = await fetch('./licences.json')
      if (!answer.ok) throw new Error(String(answer.status))
      setList((await answer.json()) as LicenceList)
      setProblem(undefined)
    } catch (error) {
      setProblem(settingsText('licences.failed', { why: messageOf(error) }))
    }
  }
  return (
    <details
      className="licences"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && !list) void read()
      }}
    >
      <summary>{settingsText('licences.title')}</summary>
      {problem !== undefined ? (
        <Problem text={problem} />
      ) : !list ? (
        <p className="form-note">{settingsText('licences.reading')}</p>
      ) : (
        <>
          <p className="form-note">{settingsText('licences.count', { count: list.packages.length })}</p>
          <ul className="licence-list" aria-label={settingsText('licences.title')} lang="en">
            {list.packages.map((work) => (
              <li key={`${work.name} ${work.version}`}>
                <Work work={work} texts={list.texts} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

/** One work. The text of a licence is drawn when it is opened: some are as long as a story. */
function Work({
  work: { name, version, licence, home = '', texts },
  texts: all,
}: {
  readonly work: LicenceList['packages'][number]
  readonly texts: LicenceList['texts']
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name} <span className="soft">{version}</span> <span className="licence-name">{licence}</span>
      </summary>
      {!isOpen ? null : texts.length === 0 ? (
        <p className="form-note path">{settingsText('licences.noText', { home })}</p>
      ) : (
        texts.map((text) => (
          <pre key={text} className="licence-text" tabIndex={0}>
            {all[text]}
          </pre>
        ))
      )}
    </details>
  )
}
