import { Link } from '@/components/ui/link';
import { contactPath } from '@/domain/paths';
import type { Person } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';

export type PersonNameProps = { person: Pick<Person, 'id' | 'name' | 'isDecisionMaker' | 'authorityLevel'> };

/** Somebody's name, as a link, and how far they decide. */
export function PersonName({ person }: PersonNameProps) {
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
			<Link href={contactPath(person.id)} translate="no" className="text-link font-medium">
				{person.name}
			</Link>
			<AuthorityBadge {...person} />
		</div>
	);
}
