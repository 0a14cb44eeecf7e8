import { Link } from '@/components/ui/link';
import type { NamedRecord } from '@/domain/named-record';
import { contactPath } from '@/domain/paths';

/** Who introduced a contact or a company, and where they work. */
export function IntroducedBy({ contact }: { contact: NamedRecord & { companyName: string } }) {
	return (
		<p>
			Introduced by{' '}
			<Link href={contactPath(contact.id)} translate="no" className="text-link">
				{contact.name}
			</Link>{' '}
			<span className="text-muted-foreground">
				· <span translate="no">{contact.companyName}</span>
			</span>
		</p>
	);
}
