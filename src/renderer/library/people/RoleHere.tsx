import { libraryText } from '../../../catalogue/window/library'
import { isRole, ROLES, type Role } from '../../../story/desk/roster'
import { SelectField } from '../../ui'

interface RoleHereProps {
  /** '': none. */
  readonly role: Role | ''
  readonly onRole: (role: Role | '') => void
}

/** The role in which a trusted key acts in this library. */
export function RoleHere({ role, onRole }: RoleHereProps) {
  return (
    <SelectField
      label={libraryText('device.roleHere')}
      value={role}
      options={[
        { value: '', label: libraryText('role.none') },
        ...ROLES.map((one) => ({ value: one, label: libraryText(`role.${one}`) })),
      ]}
      onChange={({ target: { value } }) => onRole(isRole(value) ? value : '')}
    />
  )
}
