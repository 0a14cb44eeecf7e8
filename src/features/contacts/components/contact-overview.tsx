import { MetadataCard } from '@/components/form/metadata-card';
import { RecordOverview } from '@/components/layout/record-overview';
import { getSettings } from '@/features/account/queries';
import { formatDay } from '@/lib/dates';
import { metadataTexts } from '@/lib/metadata';
import { requireUserId } from '@/lib/session';
import { editContactMetadata } from '../actions';
import { type Contact, listCompanyPeople } from '../queries';
import { PeopleCard } from './people-card';

const shownColleagues = 8;

/** A person's notes, own fields, and who else works at the company. */
export async function ContactOverview({ contact }: { contact: Contact }) {
	const userId = await requireUserId();
	const [settings, colleagues] = await Promise.all([
		getSettings(userId),
		listCompanyPeople(userId, contact.company.id, { except: contact.id, limit: shownColleagues + 1 }),
	]);
	return (
		<RecordOverview
			notes={contact.notes}
			created={formatDay(contact.createdAt, settings)}
			updated={formatDay(contact.updatedAt, settings)}
			fields={
				<MetadataCard
					id={contact.id}
					version={contact.version}
					pairs={metadataTexts(contact.metadata)}
					save={editContactMetadata}
				/>
			}
		>
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
