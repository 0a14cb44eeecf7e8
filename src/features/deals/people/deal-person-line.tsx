'use client';

import { useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { EmailAddress, PhoneLink } from '@/components/ui/address-links';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { StarIcon, XIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { NativeSelect } from '@/components/ui/native-select';
import { companyPath, contactPath } from '@/domain/paths';
import { changeDealRole, removeDealPerson, setMainContact } from '../actions';
import { type DealRole, roleNames } from '../roles';
import type { DealPerson } from '../server/deal-people-queries';
import { RoleOptions } from './role-options';

type DealPersonLineProps = {
	dealId: string;
	person: Omit<DealPerson, 'lastContactAt'>;
	/** Whether they work at another company than the deal's. */
	elsewhere: boolean;
	lastContact: { day: string; ago: string } | null;
	/** What is known of their authority, with its color. */
	authority: { label: string; tone: string | undefined } | null;
	/** Their email address with its domain as people write it. */
	shownEmail: string | null;
};

/** Somebody in a deal, whose role can be changed in place. */
export function DealPersonLine({ dealId, person, elsewhere, lastContact, authority, shownEmail }: DealPersonLineProps) {
	const { id, name, jobTitle, email, phone, isMain } = person;
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
		<li className="grid grid-cols-[minmax(0,1fr)_4.5rem] gap-x-4 gap-y-1.5 border-t px-4 py-2.5 @lg:grid-cols-[minmax(0,1fr)_10.5rem_4.5rem]">
			<div className="@max-lg:col-span-2 min-w-0">
				<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
					<Link href={contactPath(id)} translate="no" className="text-link wrap-anywhere font-medium">
						{name}
					</Link>
					{isMain && <Badge variant="outline">Main contact</Badge>}
					{authority && <Badge className={authority.tone}>{authority.label}</Badge>}
				</div>
				<p className="wrap-anywhere text-muted-foreground">
					{jobTitle && <span translate="no">{jobTitle}</span>}
					{jobTitle && elsewhere && <span> · </span>}
					{elsewhere && (
						<Link href={companyPath(person.companyId)} translate="no" className="text-link inline-block leading-6">
							{person.companyName}
						</Link>
					)}
				</p>
				<p className="flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-xs leading-6">
					<span>
						{lastContact ? (
							<span title={lastContact.day}>Last contact {lastContact.ago}</span>
						) : (
							<span className="text-warning-ink">Never contacted</span>
						)}
					</span>
					{email && <EmailAddress email={email} shown={shownEmail ?? email} />}
					{phone && <PhoneLink phone={phone} />}
				</p>
			</div>
			<NativeSelect
				className="self-start"
				aria-label={`Role of ${name}`}
				aria-busy={isPending}
				value={role ?? ''}
				onChange={(event) => change(event.target.value as DealRole | '')}
			>
				<RoleOptions />
			</NativeSelect>
			<div className="flex items-start gap-1">
				{!isMain && (
					<Button
						variant="ghost"
						size="icon"
						title="Make main contact"
						onClick={() =>
							run(setMainContact, message`${name} is now the main contact`, 'the main contact was changed')
						}
					>
						<StarIcon />
						<span className="sr-only">
							Make <span translate="no">{name}</span> the main contact
						</span>
					</Button>
				)}
				<Button
					variant="ghost"
					size="icon"
					title="Remove from this deal"
					className="ml-auto"
					onClick={() => run(removeDealPerson, message`Removed ${name} from the deal`, 'the contact was removed')}
				>
					<XIcon />
					<span className="sr-only">
						Remove <span translate="no">{name}</span> from this deal
					</span>
				</Button>
			</div>
		</li>
	);
}
