import { ArchivePanel } from '../../library/archive/ArchivePanel'
import { TakeBackPanel } from '../../library/takeBack/TakeBackPanel'
import { BulkPanel } from '../../library/bulk/BulkPanel'
import { DeletePanel } from '../../library/deletion/DeletePanel'
import { ThereAgainPanel } from '../../library/deletion/ThereAgainPanel'
import { UnopenedStoryPanel } from '../../corrections/UnopenedStoryPanel'
import { ComparePanel } from '../../history/ComparePanel'
import { SinceHandedOverPanel } from '../../history/since/SinceHandedOver'
import { DerivationForm } from '../../facts/forms/derivation/DerivationForm'
import { AlertForm } from '../../library/AlertForm'
import { ChangeEvidenceForm } from '../../evidence/form/ChangeEvidenceForm'
import { EvidenceForm } from '../../evidence/form/attach/EvidenceForm'
import { ExportPanel } from '../../export/ExportPanel'
import { PrintPanel } from '../../export/PrintPanel'
import { FirstRun } from '../../library/firstRun/FirstRun'
import { GivePenForm } from '../../pen/GivePenForm'
import { HandOverPanel } from '../../handOver/HandOverPanel'
import { ImportPanel } from '../../import/ImportPanel'
import { MovePanel } from '../../checks/move/MovePanel'
import { NothingToCheck } from '../../checks/groups/NothingToCheck'
import { Palette } from '../../commands/Palette'
import { PictureForm } from '../../pictures/PictureForm'
import { QueriesPanel } from '../../review/QueriesPanel'
import { QueuePanel } from '../../library/queue/QueuePanel'
import { ReasonForm } from './ReasonForm'
import { RecoveryPanel } from '../../history/RecoveryPanel'
import { TranslationForm } from '../../facts/forms/TranslationForm'
import { SettingsPage } from '../../settings/SettingsPage'
import { PublishedVersion } from '../../sheet/banner/PublishedVersion'
import { NoticeList } from '../frame/NoticeStrip'
import { usePanels, type OverlayKind } from '../../state'

const OVERLAYS: Readonly<Record<OverlayKind, () => React.ReactNode>> = {
  export: ExportPanel,
  print: PrintPanel,
  import: ImportPanel,
  palette: Palette,
  settings: () => <SettingsPage notices={<NoticeList />} />,
  firstRun: FirstRun,
  move: MovePanel,
  nothingToCheck: NothingToCheck,
  compare: ComparePanel,
  version: PublishedVersion,
  since: SinceHandedOverPanel,
  recovery: RecoveryPanel,
  evidence: EvidenceForm,
  changeEvidence: ChangeEvidenceForm,
  picture: PictureForm,
  reason: ReasonForm,
  givePen: GivePenForm,
  translation: TranslationForm,
  derivation: DerivationForm,
  queries: QueriesPanel,
  queue: QueuePanel,
  alert: AlertForm,
  bulk: BulkPanel,
  handOver: HandOverPanel,
  archive: ArchivePanel,
  takeBack: TakeBackPanel,
  delete: DeletePanel,
  thereAgain: ThereAgainPanel,
  unopened: UnopenedStoryPanel,
}

/** The open overlay. */
export function OpenOverlay() {
  const overlay = usePanels(({ overlay }) => overlay)
  if (!overlay) return null
  const Open = OVERLAYS[overlay.kind]
  return <Open />
}
