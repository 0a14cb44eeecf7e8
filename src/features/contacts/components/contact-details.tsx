import { customProperties } from '@/components/form/in-place/custom-properties';
import { PropertyList } from '@/components/form/in-place/property-list';
import { RecordDates } from '@/components/layout/record-dates';
import { getSettings } from '@/features/account/server/account-queries';
import { TagFieldPicker } from '@/features/tags/components/tag-field-picker';
import { requireUserId } from '@/lib/auth/session';
import { changeContactField } from '../actions';
import { contactProperties } from '../contact-properties';
import type { Contact } from '../server/contact-queries';

/** What is known of a contact, each field edited where it stands. */
export async function ContactDetails({ contact }: { contact: Contact }) {
	const settings = await getSettings(await requireUserId());
	return (
		<>
			<PropertyList
				key={contact.id}
				id={contact.id}
				label="About the contact"
				save={changeContactField}
				properties={contactProperties(contact, settings)}
				custom={customProperties(contact.metadata, settings.locale)}
				editors={{ tags: <TagFieldPicker tags={contact.tags.map(({ tag }) => tag)} /> }}
			/>
			<RecordDates record={contact} settings={settings} />
		</>
	);
}
