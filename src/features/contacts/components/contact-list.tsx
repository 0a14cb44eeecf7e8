import { EmptyState } from '@/components/layout/empty-state';
import { chosenOptions, tagOptions } from '@/components/list/chosen-options';
import { DataList } from '@/components/list/data-list';
import { rangeChoices, recordDays } from '@/components/list/range-choices';
import { RangeFilters } from '@/components/list/range-filters';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { silenceChoices } from '@/domain/silence';
import { getSettings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { listTagOptions } from '@/features/tags/server/tag-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { changeContactField } from '../actions';
import { authorityLabels } from '../authority';
import { authorityLevels, contactList } from '../schema';
import { listContacts } from '../server/contact-queries';
import { ContactBulkLazy } from './contact-bulk-lazy';
import { contactGroupLabel, contactListColumns } from './contact-columns';

/** The account's contacts as the address asks for them. */
export async function ContactList({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const state = contactList.parse(await params);
	const [{ rows, ...found }, companies, tags] = await Promise.all([
		listContacts(userId, state, settings.timeZone),
		nameCompanies(userId, state.filters.company),
		listTagOptions(userId),
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
				company: {
					label: 'Company',
					source: '/api/companies',
					options: chosenOptions(state.filters.company, companies, 'company'),
				},
				decides: { label: 'Decides', options: [{ value: 'yes', label: 'Yes' }] },
				authority: {
					label: 'Authority',
					options: authorityLevels.map((level) => ({ value: level, label: authorityLabels[level] })),
				},
				left: {
					label: 'Left the company',
					options: [
						{ value: 'no', label: 'No' },
						{ value: 'yes', label: 'Yes' },
					],
				},
				tag: { label: 'Tag', options: tagOptions(state.filters.tag, tags) },
				silent: {
					...silenceChoices,
					options: [...silenceChoices.options, { value: 'rhythm', label: 'Later than their rhythm' }],
				},
				...rangeChoices(recordDays, state.filters, settings),
			}}
			tools={
				<RangeFilters label="Dates" ranges={recordDays} style={settings} query={contactList.query(state).slice(1)} />
			}
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
