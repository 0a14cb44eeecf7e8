'use client';

import { PersonLine } from '@/components/rail/person-line';
import type { ShownPerson } from '@/components/rail/shown-person';
import { useWholeList } from '@/components/rail/use-whole-list';
import { Link } from '@/components/ui/link';
import { companyPeoplePath } from '@/domain/paths';

type PeopleLinesProps = {
	/** The first ones, and how many there are. */
	people: ShownPerson[];
	count: number;
	noun: 'contacts' | 'colleagues';
	companyId: string;
	/** Whose colleagues they are. */
	except?: string;
};

/** The contacts of a company, the first ones or all. */
export function PeopleLines({ people, count, noun, companyId, except }: PeopleLinesProps) {
	const query = new URLSearchParams({ companyId, ...(except && { except }) });
	const [shown, button] = useWholeList({ first: people, count, noun, source: `/api/contacts/people?${query}` });
	return (
		<>
			<ul>
				{shown.map((person) => (
					<PersonLine key={person.id} person={person} />
				))}
			</ul>
			{button}
			{shown.length > people.length && count > shown.length && (
				<Link href={companyPeoplePath(companyId)} className="show-all">
					All in the list
				</Link>
			)}
		</>
	);
}
