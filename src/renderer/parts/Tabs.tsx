import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
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

/** A row of tabs that never wraps, over the panel of the chosen one. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <Radix.Root className="tabs" value={value} onValueChange={(next) => onChange(next as T)} activationMode="automatic">
      <Radix.List className="tab-row" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} className="tab" value={tab.id} title={tab.keys}>
            {tab.label}
            {tab.count ? <span className="tab-count"> {tab.count}</span> : null}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} className="tab-panel" value={tab.id} tabIndex={-1}>{tab.content}</Radix.Content>
      ))}
    </Radix.Root>
  )
}
