import { settingsText } from '../../catalogue/window/settings'
import { ArrowLeft, Lock, Search } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRef, useState, type ReactNode } from 'react'
import { Button, IconButton } from '../ui'
import { RecoveryWords } from '../library/people/RecoveryWords'
import { PageProvider } from '../ui/controls/pageFrame'
import { DIALOG, focusPlace } from '../ui/focus/focusService'
import { useClose, useNewsroom, usePanels } from '../state'
import { PLACES } from '../state/focusPlaces'
import { useWindowServices } from '../state/windowServices'
import { SECTIONS, sectionsFor, type SettingsGroup } from './sections'
import './settings.css'

const GROUPS: readonly SettingsGroup[] = ['yours', 'everyone', 'stet']
const registerPage = focusPlace(DIALOG, PLACES.settings)

/**
 * All settings, as a page over the whole window: sections at the left, the chosen one beside them. Everything is saved
 * at once. Esc returns to where the keyboard was. `notices`: those of the strip that the page covers.
 */
export function SettingsPage({ notices }: { readonly notices?: ReactNode }) {
  const close = useClose()
  const { panels } = useWindowServices()
  const shown = usePanels(({ overlay }) => (overlay?.kind === 'settings' ? overlay.section : 'you'))
  const library = useNewsroom(({ library }) => library.split(/[\\/]/u).pop() ?? '')
  const [typed, setTyped] = useState('')
  const current = useRef<HTMLButtonElement>(null)
  const found = sectionsFor(typed)
  const section = SECTIONS.find(({ id }) => id === shown)
  if (!section) return null
  const { Page } = section
  return (
    <Radix.Root
      open
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      <Radix.Portal>
        <Radix.Content
          ref={registerPage}
          className="settings"
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // A part that focuses something keeps it.
            event.preventDefault()
            if (!(event.target instanceof Element && event.target.contains(document.activeElement)))
              current.current?.focus()
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <header className="settings-top">
            <IconButton
              label={settingsText('settings.back')}
              keys="Esc"
              icon={<ArrowLeft aria-hidden="true" />}
              onClick={close}
            />
            <span className="title-brand">Stet</span>
            <span className="settings-library">{library}</span>
            <span className="settings-name">{settingsText('settings.title')}</span>
            <label className="settings-search">
              <Search aria-hidden="true" />
              <input
                type="search"
                className="control"
                aria-label={settingsText('settings.search')}
                placeholder={settingsText('settings.search')}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </label>
            <Button look="plain" keys="Esc" onClick={close}>
              {settingsText('settings.done')}
            </Button>
          </header>
          <nav className="settings-sections" aria-label={settingsText('settings.title')}>
            {found.length === 0 ? (
              <p className="panel-note">{settingsText('settings.nothingFound', { typed })}</p>
            ) : null}
            {GROUPS.map((group) => {
              const of = found.filter((one) => one.section.group === group)
              return of.length === 0 ? null : (
                <section key={group} aria-labelledby={`settings-${group}`}>
                  <h2 id={`settings-${group}`} className="settings-group">
                    {group === 'everyone' ? <Lock aria-hidden="true" /> : null}
                    {settingsText(`settings.group.${group}`)}
                  </h2>
                  {of.map(({ section: { id, name, icon: Icon }, found: rows }) => (
                    <button
                      key={id}
                      ref={id === section.id ? current : null}
                      type="button"
                      className="settings-section"
                      aria-current={id === section.id ? 'page' : undefined}
                      onClick={() => panels.open({ kind: 'settings', section: id })}
                    >
                      <Icon aria-hidden="true" />
                      <span>
                        {name()}
                        {rows.length > 0 ? <span className="settings-found">{rows.join(' · ')}</span> : null}
                      </span>
                    </button>
                  ))}
                </section>
              )
            })}
          </nav>
          <RecoveryWords />
          <div className="settings-page">
            <div className="settings-inner">
              <Radix.Title asChild>
                <h1 className="visually-hidden">{section.name()}</h1>
              </Radix.Title>
              <PageProvider value={true}>
                <Page key={section.id} />
              </PageProvider>
            </div>
          </div>
          {notices}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
