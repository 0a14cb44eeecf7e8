'use client';

import { useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { companyPeoplePath, contactPath } from '@/domain/paths';
import type { AuthorityLevel } from '@/features/contacts/schema';
import { addDealPerson } from '../actions';
import { roleNames, suggestedRole } from '../roles';

type Other = { id: string; name: string; isDecisionMaker: boolean; authorityLevel: AuthorityLevel | null };

type OthersAtCompanyProps = { dealId: string; companyId: string; people: Other[]; more: boolean };

/** Who else there is at a deal's company, each added to it by one click. */
export function OthersAtCompany({ dealId, companyId, people, more }: OthersAtCompanyProps) {
	return (
		<div className="px-4 pt-2">
			<p className="font-medium text-muted-foreground text-xs">Also at the company</p>
			<ul className="flex flex-wrap gap-2 pt-1.5">
				{people.map((person) => (
					<OtherChip key={person.id} dealId={dealId} person={person} />
				))}
				{more && (
					<li className="flex items-center">
						<Link href={companyPeoplePath(companyId)} className="text-sm hover:underline">
							All in the list
						</Link>
					</li>
				)}
			</ul>
		</div>
	);
}

function OtherChip({ dealId, person }: { dealId: string; person: Other }) {
	const { id, name } = person;
	const undoToast = useUndoToast();
	const [isPending, startAdding] = useTransition();
	const role = suggestedRole(person);

	function add() {
		if (isPending) return;
		startAdding(async () => {
			const result = await addDealPerson({ dealId, contactId: id, role }).catch(
				noAnswerFailure('the contact was added'),
			);
			if (result.ok) undoToast(message`Added ${name} to the deal`, result.changeSet);
			else sayFailure(result);
		});
	}

	return (
		<li className="flex min-w-0 items-center rounded-md border">
			<Link href={contactPath(id)} translate="no" className="min-w-0 truncate px-2 py-1 hover:underline" title={name}>
				{name}
			</Link>
			<Button variant="ghost" size="sm" className="shrink-0" onClick={add}>
				<PlusIcon />
				<span>{role ? `Add as ${roleNames[role].toLowerCase()}` : 'Add'}</span>
				<span className="sr-only" translate="no">
					{name}
				</span>
			</Button>
		</li>
	);
}
