'use client';
'use no memo';

import { useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { message } from '@/components/form/message';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { companyPeoplePath, contactPath } from '@/domain/paths';
import { addDealPerson } from '../actions';
import { roleNames, suggestedRole } from '../roles';
import type { OtherPerson } from '../server/deal-people-queries';

type OthersAtCompanyProps = { dealId: string; companyId: string; people: OtherPerson[]; more: boolean };

/** Who else there is at a deal's company, each added to it by one click. */
export function OthersAtCompany({ dealId, companyId, people, more }: OthersAtCompanyProps) {
	return (
		<div className="border-t pt-2.5">
			<h3 className="font-medium text-muted-foreground text-xs">Also at the company</h3>
			<ul>
				{people.map((person) => (
					<OtherLine key={person.id} dealId={dealId} person={person} />
				))}
				{more && (
					<li>
						<Link href={companyPeoplePath(companyId)} className="show-all">
							All in the list
						</Link>
					</li>
				)}
			</ul>
		</div>
	);
}

function OtherLine({ dealId, person }: { dealId: string; person: OtherPerson }) {
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
		<li className="flex min-w-0 items-center justify-between gap-2">
			<Link href={contactPath(id)} translate="no" className="text-link text-[0.8125rem]">
				{name}
			</Link>
			<Button
				variant="ghost"
				size="sm"
				className="-mr-1.5 h-7 px-1.5 text-xs"
				title={role ? `Add as ${roleNames[role].toLowerCase()}` : undefined}
				onClick={add}
			>
				<PlusIcon />
				Add{' '}
				<span className="sr-only">
					{role && <span>as {roleNames[role].toLowerCase()} </span>}
					<span translate="no">{name}</span>
				</span>
			</Button>
		</li>
	);
}
