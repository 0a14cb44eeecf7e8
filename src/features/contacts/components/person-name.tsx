import { LeftBadge } from '@/components/layout/left-badge';
import { Link } from '@/components/ui/link';
import { contactPath } from '@/domain/paths';
import type { Person } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';

export type PersonNameProps = {
	person: Pick<Person, 'id' | 'name' | 'isDecisionMaker' | 'authorityLevel'> & Partial<Pick<Person, 'leftOn'>>;
};

/** Somebody's name, as a link, and how far they decide, or that they have left. */
export function PersonName({ person }: PersonNameProps) {
	return (
		<div className="flex flex-wrap items-center gap-x-2 gap-y-1">
			<Link href={contactPath(person.id)} translate="no" className="text-link font-medium">
				{person.name}
			</Link>
			{person.leftOn ? <LeftBadge /> : <AuthorityBadge {...person} />}
		</div>
	);
}
