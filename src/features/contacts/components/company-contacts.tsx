import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { listCompanyPeople, maxShownPeople } from '../server/contact-queries';
import { PeopleCard } from './people-card';

/** A company's people, those who decide first; `count` is how many there are. */
export async function CompanyContacts({ companyId, count }: { companyId: string; count: number }) {
	const userId = await requireUserId();
	const [people, settings] = await Promise.all([listCompanyPeople(userId, companyId), getSettings(userId)]);
	if (people.length === 0) {
		return (
			<Card>
				<CardHeader>
					<CardTitle>Contacts</CardTitle>
				</CardHeader>
				<CardContent className="text-muted-foreground">
					Nobody yet. Add the people you talk to here and mark who decides.
				</CardContent>
			</Card>
		);
	}
	return (
		<PeopleCard
			title={count > maxShownPeople ? `The first ${maxShownPeople} contacts` : 'Contacts'}
			people={people}
			companyId={companyId}
			more={count > maxShownPeople}
			settings={settings}
		/>
	);
}
