import { evidenceText } from '../../../catalogue/window/evidence'
import { messageOf } from '../../../story/text/messageOf'

/** Why a PDF or a page of it cannot be shown, as one sentence. */
export function pdfProblem(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return evidenceText('pdfView.pdfEncryptedOpensPassword')
  if (name === 'InvalidPDFException' || name === 'FormatError') return evidenceText('pdfView.pdfDamagedCannotShown')
  return evidenceText('pdfView.pdfCannotShownKept', { part: messageOf(error) })
}
