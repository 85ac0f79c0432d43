import { createContext, useContext, type ReactNode } from 'react'
import type { WindowNewsroom } from './stores/newsroom/windowNewsroom'
import type { Notices } from './stores/notices'
import type { Panels } from './stores/panels'

/** The services of one window, created once in main.tsx or by a test. */
export interface WindowServices {
  readonly newsroom: WindowNewsroom
  readonly notices: Notices
  readonly panels: Panels
}

const ServicesContext = createContext<WindowServices | null>(null)

export const WindowServicesProvider = ({
  services,
  children,
}: {
  readonly services: WindowServices
  readonly children: ReactNode
}) => <ServicesContext value={services}>{children}</ServicesContext>

export function useWindowServices(): WindowServices {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useWindowServices needs a WindowServicesProvider above it')
  return services
}
