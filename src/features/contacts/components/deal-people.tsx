import { Link } from '@/components/ui/link';
import { newContactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { listCompanyPeople } from '../server/contact-queries';
import { PeopleCard } from './people-card';

const shownPeople = 8;

type DealPeopleProps = { companyId: string; dealContactId: string | undefined };

/** Who matters in a deal: the company's people, those who decide first, and when each was last spoken to. */
export async function DealPeople({ companyId, dealContactId }: DealPeopleProps) {
	const userId = await requireUserId();
	const [people, settings] = await Promise.all([
		listCompanyPeople(userId, companyId, { limit: shownPeople + 1 }),
		getSettings(userId),
	]);
	return (
		<PeopleCard
			title="Who matters in this deal"
			people={people.slice(0, shownPeople)}
			companyId={companyId}
			more={people.length > shownPeople}
			settings={settings}
			dealContactId={dealContactId}
		>
			{people.length === 0 && (
				<p className="px-4 pb-3 text-muted-foreground">
					Nobody is known at the company yet.{' '}
					<Link href={newContactPath(companyId)} className="text-foreground underline">
						Add the first contact
					</Link>
					.
				</p>
			)}
		</PeopleCard>
	);
}
