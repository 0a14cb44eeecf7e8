import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { type Contact, listCompanyPeople } from '../server/contact-queries';
import { PeopleCard } from './people-card';
import { TiesCard } from './ties-card';

const shownColleagues = 8;

/** Whom a contact introduced and who reports to them, and who else works at the company. */
export async function SameCompany({ contact }: { contact: Contact }) {
	const userId = await requireUserId();
	const [settings, colleagues] = await Promise.all([
		getSettings(userId),
		listCompanyPeople(userId, contact.company.id, { except: contact.id, limit: shownColleagues + 1 }),
	]);
	return (
		<>
			<TiesCard contact={contact} />
			{colleagues.length > 0 && (
				<PeopleCard
					title="Same company"
					people={colleagues.slice(0, shownColleagues)}
					companyId={contact.company.id}
					more={colleagues.length > shownColleagues}
					settings={settings}
				/>
			)}
		</>
	);
}
