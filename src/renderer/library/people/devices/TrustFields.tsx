import type { Ref } from 'react'
import { libraryText } from '../../../../catalogue/window/library'
import { isRole, ROLES, type Role } from '../../../../story/desk/roster'
import { SelectField, TextField } from '../../../ui'

interface TrustFieldsProps {
  /** Whose key it is. */
  readonly person: string
  /** The short code, as typed. */
  readonly code: string
  readonly onCode: (code: string) => void
  /** The role in which the key acts in this library. '': none. */
  readonly role: Role | ''
  readonly onRole: (role: Role | '') => void
  /** Why the code was refused. */
  readonly problem: string | undefined
  readonly autoFocus?: boolean
  /** The field of the code. */
  readonly ref?: Ref<HTMLInputElement>
}

/** What an editor says to trust a key on another computer: the short code, heard on the phone, and the role here. */
export function TrustFields({ person, code, onCode, role, onRole, problem, autoFocus, ref }: TrustFieldsProps) {
  return (
    <div className="form-pair">
      <TextField
        ref={ref}
        label={libraryText('device.code', { person })}
        hint={libraryText('device.codeHint')}
        autoComplete="off"
        autoFocus={autoFocus}
        value={code}
        error={problem}
        onChange={({ target }) => onCode(target.value)}
      />
      <SelectField
        label={libraryText('device.roleHere')}
        value={role}
        options={[
          { value: '', label: libraryText('role.none') },
          ...ROLES.map((one) => ({ value: one, label: libraryText(`role.${one}`) })),
        ]}
        onChange={({ target: { value } }) => onRole(isRole(value) ? value : '')}
      />
    </div>
  )
}

/** The role as `device.trust` asks for it. */
export const roleAsked = (role: Role | ''): Role | 'none' => (role === '' ? 'none' : role)
