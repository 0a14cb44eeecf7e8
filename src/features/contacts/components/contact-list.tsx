import { EmptyState } from '@/components/layout/empty-state';
import { DataList } from '@/components/list/data-list';
import { namesOf } from '@/components/list/filter/filter-setup';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameTags } from '@/features/tags/server/tag-queries';
import { requireUserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import type { SearchParams } from '@/lib/list/list-params';
import { changeContactField } from '../actions';
import { contactList } from '../schema';
import { listContacts, nameContacts } from '../server/contact-queries';
import { ContactBulkLazy } from './contact-bulk-lazy';
import { contactGroupLabel, contactListColumns } from './contact-columns';

/** The account's contacts as the address asks for them. */
export async function ContactList({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const state = contactList.parse(await params);
	const where = contactList.whereOf(state);
	const [{ rows, ...found }, companies, contacts, tags] = await Promise.all([
		listContacts(userId, state, settings.timeZone),
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'introducedBy', 'reportsTo')),
		nameTags(userId, valuesOn(where, 'tags')),
	]);
	return (
		<DataList
			list={contactList}
			state={state}
			rows={rows}
			{...found}
			path="/contacts"
			noun={['contact', 'contacts']}
			edits={{ source: '/api/contacts/field', save: changeContactField }}
			bulk={<ContactBulkLazy />}
			filters={{
				names: namesOf(companies, contacts, tags),
				style: { locale: settings.locale, currency: settings.currency },
			}}
			columns={contactListColumns(settings)}
			groupLabel={(row) => contactGroupLabel(state.group, row)}
			empty={
				<EmptyState
					icon="icon-users-round/1.5"
					title="No contacts yet"
					actions={
						<>
							<Button asChild>
								<Link href="/contacts/new">New contact</Link>
							</Button>
							<Button asChild variant="outline">
								<Link href="/import">Import a file</Link>
							</Button>
						</>
					}
				>
					Add the people you talk to and mark who decides.
				</EmptyState>
			}
		/>
	);
}
