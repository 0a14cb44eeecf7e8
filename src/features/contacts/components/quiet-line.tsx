'use client';

import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { companyPath, logCallPath } from '@/domain/paths';
import { PersonName, type PersonNameProps } from './person-name';

type QuietLineProps = PersonNameProps['person'] & {
	companyId: string;
	companyName: string;
	/** How long their rhythm has passed, and when the last contact was, in words. */
	late: string;
	lastContact: string | null;
};

/** Somebody who is late by their rhythm. */
export function QuietLine({ companyId, companyName, late, lastContact, ...person }: QuietLineProps) {
	return (
		<li data-row className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t px-4 py-2.5">
			<div className="min-w-0 flex-[1_1_16rem]">
				<PersonName person={person} />
				<Link href={companyPath(companyId)} translate="no" className="text-link text-muted-foreground">
					{companyName}
				</Link>
			</div>
			<div className="tabular-nums sm:text-right">
				<p className="font-medium text-destructive-ink">
					<span>{late}</span> late
				</p>
				<p className="text-muted-foreground text-xs">
					{lastContact ? `Last contact ${lastContact}` : 'No contact yet'}
				</p>
			</div>
			<Button asChild variant="outline" size="sm" className="ml-auto sm:ml-0">
				<Link href={logCallPath(person.id)}>
					Log a call
					<span className="sr-only">
						{' '}
						with <span translate="no">{person.name}</span>
					</span>
				</Link>
			</Button>
		</li>
	);
}
