import { windowText } from '../../../catalogue/window/window'
import { ChevronDown } from 'lucide-react'
import { Tabs as Radix } from 'radix-ui'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { focusPlace, SELECTED_TAB, TAB_AREA } from '../focus/focusService'
import { Menu } from './Menu'
import './tabs.css'

export interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number | undefined
  readonly keys?: string | undefined
  readonly content: ReactNode
}

export interface TabsProps<T extends string> {
  /** Name of the row of tabs. */
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly value: T
  readonly onChange: (tab: T) => void
}

const registerTabs = focusPlace(TAB_AREA)
const registerSelected = focusPlace(SELECTED_TAB)

/**
 * A row of tabs over the panel of the selected one. The row never wraps; when it does not fit, a menu at its end lists
 * all tabs.
 */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const row = useRef<HTMLDivElement>(null)
  const [cut, setCut] = useState(false)
  const words = tabs.map((tab) => `${tab.label} ${tab.count ?? ''}`).join()
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = (): void => setCut(element.scrollWidth > (element.parentElement?.clientWidth ?? 0))
    measure()
    const observer = new ResizeObserver(measure)
    // Each tab is observed too: its text grows when a font loads late.
    for (const part of [element, ...element.children]) observer.observe(part)
    return () => observer.disconnect()
  }, [words])
  // Also when a count pushes the selected tab out of sight.
  useLayoutEffect(
    () =>
      row.current?.querySelector('[data-state="active"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' }),
    [value, cut, words],
  )
  return (
    <Radix.Root
      ref={registerTabs}
      className="tabs"
      value={value}
      onValueChange={(next) => onChange(next as T)}
      activationMode="automatic"
    >
      <div className="tab-bar">
        <Radix.List ref={row} className="tab-row" aria-label={label}>
          {tabs.map((tab) => (
            <Radix.Trigger
              key={tab.id}
              ref={tab.id === value ? registerSelected : null}
              className="tab"
              value={tab.id}
              title={tab.keys}
            >
              {tab.label}
              {tab.count ? <span className="tab-count"> {tab.count}</span> : null}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {cut ? (
          <Menu
            label={label}
            items={tabs.map((tab) => ({
              id: tab.id,
              label: tab.count ? `${tab.label} ${tab.count}` : tab.label,
              keys: tab.keys,
              onSelect: () => onChange(tab.id),
            }))}
            trigger={
              <button
                type="button"
                className="icon-button tab-more"
                aria-label={windowText('tabs.all', { label: label.toLowerCase() })}
              >
                <ChevronDown aria-hidden="true" />
              </button>
            }
          />
        ) : null}
      </div>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} className="tab-panel" value={tab.id} tabIndex={-1}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
