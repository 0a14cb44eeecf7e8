import { dealRoles, roleNames } from '../roles';

/** The roles of a deal as the options of a select. */
export function RoleOptions() {
	return (
		<>
			<option value="">No role</option>
			{dealRoles.map((role) => (
				<option key={role} value={role}>
					{roleNames[role]}
				</option>
			))}
		</>
	);
}
