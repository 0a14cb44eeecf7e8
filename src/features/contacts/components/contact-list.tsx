import { EmptyState } from '@/components/layout/empty-state';
import { customColumns } from '@/components/list/custom-columns';
import { DataList } from '@/components/list/data-list';
import { namesOf } from '@/components/list/filter/filter-setup';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { nameCustomValues } from '@/domain/custom-fields/custom-rows';
import { customGroupLabel } from '@/domain/custom-fields/custom-words';
import { getSettings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameTags } from '@/features/tags/server/tag-queries';
import { requireUserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import { shownIds } from '@/lib/list/list-columns';
import type { SearchParams } from '@/lib/list/list-params';
import { changeContactField } from '../actions';
import { contactListOf } from '../server/contact-list';
import { listContacts, nameContacts } from '../server/contact-queries';
import { ContactBulkLazy } from './contact-bulk-lazy';
import { contactGroupLabel, contactListColumns } from './contact-columns';

/** The account's contacts as the address asks for them. */
export async function ContactList({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const list = await contactListOf(userId);
	const state = list.parse(await params);
	const where = list.whereOf(state);
	const [{ rows, ...found }, companies, contacts, tags] = await Promise.all([
		listContacts(userId, state, settings.timeZone),
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'introducedBy', 'reportsTo')),
		nameTags(userId, valuesOn(where, 'tags')),
	]);
	const { fields } = customListOf(state);
	const names = {
		...namesOf(companies, contacts, tags),
		...(await nameCustomValues(userId, state, { shown: shownIds(state, list.columns), rows, where })),
	};
	return (
		<DataList
			list={list}
			state={state}
			rows={rows}
			{...found}
			path="/contacts"
			noun={['contact', 'contacts']}
			edits={{ source: '/api/contacts/field', save: changeContactField }}
			bulk={<ContactBulkLazy />}
			filters={{
				names,
				style: { locale: settings.locale, currency: settings.currency },
			}}
			columns={{ ...contactListColumns(settings), ...customColumns(fields, settings, names) }}
			groupLabel={(row) => customGroupLabel(fields, state.group, row.groupKey) ?? contactGroupLabel(state.group, row)}
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
