import { customProperties } from '@/components/form/in-place/custom-properties';
import { PropertyList } from '@/components/form/in-place/property-list';
import { RecordDates } from '@/components/layout/record-dates';
import { ownFields } from '@/domain/fields/own-fields';
import { contactHistoryPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { NewFieldPicker } from '@/features/fields/components/new-field-picker';
import { TagFieldPicker } from '@/features/tags/components/tag-field-picker';
import { requireUserId } from '@/lib/auth/session';
import { changeContactField } from '../actions';
import { contactProperties } from '../contact-properties';
import type { Contact } from '../server/contact-queries';

/** What is known of a contact, each field edited where it stands. */
export async function ContactDetails({ contact }: { contact: Contact }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const own = await ownFields(userId, 'contact', contact);
	return (
		<>
			<PropertyList
				key={contact.id}
				id={contact.id}
				label="About the contact"
				historyPath={contactHistoryPath(contact.id)}
				save={changeContactField}
				properties={contactProperties(contact, settings)}
				custom={customProperties(own, settings)}
				adds={<NewFieldPicker kind="contact" id={contact.id} />}
				editors={{ tags: <TagFieldPicker tags={contact.tags.map(({ tag }) => tag)} /> }}
			/>
			<RecordDates record={contact} settings={settings} />
		</>
	);
}
