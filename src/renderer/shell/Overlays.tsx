import { BackupPanel } from '../overlays/BackupPanel'
import { ComparePanel } from '../overlays/ComparePanel'
import { CorrectionPanel } from '../overlays/CorrectionPanel'
import { DerivationForm } from '../overlays/DerivationForm'
import { DoctorPanel } from '../overlays/DoctorPanel'
import { AlertForm } from '../overlays/AlertForm'
import { EvidenceForm } from '../overlays/EvidenceForm'
import { ExportPanel } from '../overlays/ExportPanel'
import { FirstRun } from '../overlays/FirstRun'
import { ImportPanel } from '../overlays/ImportPanel'
import { KeysPanel } from '../overlays/KeysPanel'
import { MovePanel } from '../overlays/MovePanel'
import { Palette } from '../overlays/Palette'
import { PictureForm } from '../overlays/PictureForm'
import { QueriesPanel } from '../overlays/QueriesPanel'
import { QueuePanel } from '../overlays/QueuePanel'
import { ReasonForm } from '../overlays/ReasonForm'
import { RecoveryPanel } from '../overlays/RecoveryPanel'
import { RosterPanel } from '../overlays/RosterPanel'
import { TranslationForm } from '../overlays/TranslationForm'
import { usePanels, type OverlayKind } from '../state'

const OVERLAYS: Readonly<Record<OverlayKind, () => React.ReactNode>> = {
  export: ExportPanel, import: ImportPanel, palette: Palette, roster: RosterPanel, doctor: DoctorPanel, backups: BackupPanel, firstRun: FirstRun, keys: KeysPanel, move: MovePanel,
  compare: ComparePanel, recovery: RecoveryPanel, evidence: EvidenceForm, picture: PictureForm, reason: ReasonForm,
  translation: TranslationForm, derivation: DerivationForm, queries: QueriesPanel, correction: CorrectionPanel, queue: QueuePanel, alert: AlertForm
}

/** Whatever lies over the window now. */
export function Overlays() {
  const { overlay } = usePanels()
  if (!overlay) return null
  const Open = OVERLAYS[overlay.kind]
  return <Open />
}
