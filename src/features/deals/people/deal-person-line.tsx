'use client';
'use no memo';

import { useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { LeftBadge } from '@/components/layout/left-badge';
import { PersonLine } from '@/components/rail/person-line';
import { Badge } from '@/components/ui/badge';
import { StarIcon, XIcon } from '@/components/ui/icons';
import { roleTones } from '@/components/ui/tones';
import { changeDealRole, removeDealPerson, setMainContact } from '../actions';
import { type DealRole, roleNames } from '../roles';
import type { DealPerson } from '../server/deal-people-queries';
import { RoleOptions } from './role-options';

/** Somebody in a deal, whose role can be changed in place. */
export function DealPersonLine({ dealId, person }: { dealId: string; person: DealPerson }) {
	const { id, name, isMain, hasLeft } = person;
	const undoToast = useUndoToast();
	const [isPending, startChange] = useTransition();
	const [role, setRole] = useState(person.role);
	const [known, setKnown] = useState(person.role);
	// what another tab, or an undo, has made of it
	if (known !== person.role) {
		setKnown(person.role);
		setRole(person.role);
	}
	const participant = { dealId, contactId: id };

	function change(next: DealRole | '') {
		setRole(next || null);
		startChange(async () => {
			const result = await changeDealRole({ ...participant, role: next }).catch(
				noAnswerFailure('the role was changed'),
			);
			if (result.ok) {
				undoToast(
					next ? message`${name} is now ${roleNames[next]}` : message`${name} has no role now`,
					result.changeSet,
				);
			} else {
				setRole(person.role);
				sayFailure(result);
			}
		});
	}

	function run(action: typeof setMainContact, done: ReturnType<typeof message>, what: string) {
		if (isPending) return;
		startChange(async () => {
			const result = await action(participant).catch(noAnswerFailure(what));
			if (result.ok) undoToast(done, result.changeSet);
			else sayFailure(result);
		});
	}

	return (
		<PersonLine
			person={person}
			role={
				<>
					<select
						className={`role-select ${role ? roleTones[role] : 'text-muted-foreground'}`}
						aria-label={`Role of ${name}`}
						aria-busy={isPending}
						value={role ?? ''}
						onChange={(event) => change(event.target.value as DealRole | '')}
					>
						<RoleOptions />
					</select>
					{isMain && <Badge variant="outline">Main contact</Badge>}
					{hasLeft && <LeftBadge />}
				</>
			}
			tools={
				<>
					{!isMain && (
						<button
							type="button"
							title="Make main contact"
							className="reach-button"
							onClick={() =>
								run(setMainContact, message`${name} is now the main contact`, 'the main contact was changed')
							}
						>
							<StarIcon />
							<span className="sr-only">
								Make <span translate="no">{name}</span> the main contact
							</span>
						</button>
					)}
					<button
						type="button"
						title="Remove from this deal"
						className="reach-button"
						onClick={() => run(removeDealPerson, message`Removed ${name} from the deal`, 'the contact was removed')}
					>
						<XIcon />
						<span className="sr-only">
							Remove <span translate="no">{name}</span> from this deal
						</span>
					</button>
				</>
			}
		/>
	);
}
