import { TitleInPlace } from '@/components/form/in-place/title-in-place';
import { RecordFrame } from '@/components/layout/record-frame';
import { RecordHead } from '@/components/layout/record-head';
import { RecordPager } from '@/components/panel/record-pager';
import { Avatar } from '@/components/ui/avatar';
import { Link } from '@/components/ui/link';
import { companyPath, contactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { LogOffer } from '@/features/activities/components/log-offer';
import { changeContactField } from '@/features/contacts/actions';
import { AuthorityBadge } from '@/features/contacts/components/authority-badge';
import { Colleagues } from '@/features/contacts/components/colleagues';
import { ContactDetails } from '@/features/contacts/components/contact-details';
import { QuietNotice } from '@/features/contacts/components/quiet-notice';
import { Ties } from '@/features/contacts/components/ties';
import { contactName } from '@/features/contacts/contact-properties';
import type { Contact } from '@/features/contacts/server/contact-queries';
import { RailDealsSection } from '@/features/deals/rail/rail-deals-section';
import { RecordNotes } from '@/features/notes/components/record-notes';
import type { UserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import type { SearchParams } from '@/lib/list/list-params';
import { ContactActions } from './contact-actions';
import { RecordActivity } from './record-activity';
import { RecordBar } from './record-bar';

type ContactRecordProps = { userId: UserId; contact: Contact; params: Promise<SearchParams> };

/** Everything about a contact: on their page, and in the side panel. */
export async function ContactRecord({ userId, contact, params }: ContactRecordProps) {
	const settings = await getSettings(userId);
	const { id, name, company, jobTitle, stats } = contact;
	const last = stats.lastContactAt;
	const actions = <ContactActions contact={contact} settings={settings} />;
	return (
		<RecordFrame
			kind="contact"
			id={id}
			name={name}
			head={
				<RecordHead
					title={<TitleInPlace key={id} id={id} save={changeContactField} property={contactName(contact)} />}
					picture={<Avatar name={name} className="size-10 max-sm:hidden" />}
					badge={<AuthorityBadge {...contact} />}
					breadcrumbs={[{ label: 'Contacts', href: '/contacts' }]}
					pager={<RecordPager record={{ kind: 'contact', id }} />}
					facts={[
						<Link
							key="company"
							href={companyPath(company.id)}
							translate="no"
							className="text-link font-medium text-foreground"
						>
							{company.name}
						</Link>,
						jobTitle && (
							<span key="title" translate="no">
								{jobTitle}
							</span>
						),
						last ? `Last contact ${formatDay(last, settings)}` : 'No contact yet',
					]}
					actions={actions}
				/>
			}
			actions={actions}
			details={
				<>
					<ContactDetails contact={contact} />
					<RecordNotes noun="contact" record={contact} />
				</>
			}
			people={
				<>
					<RailDealsSection of={{ contactId: id }} />
					<Colleagues contact={contact} />
					<Ties contact={contact} />
				</>
			}
			peopleLabel="Deals and colleagues"
			bar={<RecordBar phone={contact.phone} email={contact.email} />}
		>
			<QuietNotice contact={contact} settings={settings} />
			<RecordActivity of={{ contactId: id }} path={contactPath(id)} params={params} />
			<LogOffer page={{ of: { contactId: id }, name }} />
		</RecordFrame>
	);
}
