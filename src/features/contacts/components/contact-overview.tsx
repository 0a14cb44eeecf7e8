import { RecordOverview } from '@/components/layout/record-overview';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { editContactMetadata } from '../actions';
import { type Contact, listCompanyPeople } from '../server/contact-queries';
import { PeopleCard } from './people-card';
import { TiesCard } from './ties-card';

const shownColleagues = 8;

/** A person's notes, own fields, and who else works at the company. */
export async function ContactOverview({ contact }: { contact: Contact }) {
	const userId = await requireUserId();
	const [settings, colleagues] = await Promise.all([
		getSettings(userId),
		listCompanyPeople(userId, contact.company.id, { except: contact.id, limit: shownColleagues + 1 }),
	]);
	return (
		<RecordOverview record={contact} settings={settings} save={editContactMetadata}>
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
		</RecordOverview>
	);
}
