import { EmptyState } from '@/components/layout/empty-state';
import { chosenOptions } from '@/components/list/chosen-options';
import { DataList } from '@/components/list/data-list';
import { rangeChoices } from '@/components/list/range-choices';
import { RangeFilters } from '@/components/list/range-filters';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import { nameCompanies } from '@/features/companies/server/company-queries';
import { nameContacts } from '@/features/contacts/server/contact-queries';
import { nameDeals } from '@/features/deals/server/deal-queries';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { activityTypes, typeNames } from '../activity-types';
import { activityList } from '../schema';
import { listActivities } from '../server/activity-queries';
import { ActivityBulkLazy } from './activity-bulk-lazy';
import { activityGroupLabel, activityListColumns } from './activity-columns';

const rangeNames = { today: 'Today', week: 'This week', month: 'This month', '30days': 'Last 30 days' } as const;
const days = { label: 'Day', kind: 'day', from: 'from', to: 'to' } as const;

/** The account's activities as the address asks for them. */
export async function ActivityList({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const state = activityList.parse(await params);
	const { filters } = state;
	const settings = await getSettings(userId);
	const [{ rows, ...found }, companies, contacts, deals] = await Promise.all([
		listActivities(userId, state, settings),
		nameCompanies(userId, filters.company),
		nameContacts(userId, filters.contact),
		nameDeals(userId, filters.deal),
	]);
	return (
		<DataList
			list={activityList}
			state={state}
			rows={rows}
			{...found}
			path="/activities"
			noun={['activity', 'activities']}
			bulk={<ActivityBulkLazy />}
			filters={{
				type: { label: 'Type', options: activityTypes.map((type) => ({ value: type, label: typeNames[type] })) },
				when: { label: 'When', options: Object.entries(rangeNames).map(([value, label]) => ({ value, label })) },
				...rangeChoices([days], filters, settings),
				company: {
					label: 'Company',
					source: '/api/companies',
					options: chosenOptions(filters.company, companies, 'company'),
				},
				contact: {
					label: 'Contact',
					source: '/api/contacts',
					options: chosenOptions(filters.contact, contacts, 'contact'),
				},
				deal: { label: 'Deal', source: '/api/deals', options: chosenOptions(filters.deal, deals, 'deal') },
			}}
			tools={
				<RangeFilters
					label="Own range"
					ranges={[days]}
					style={{ locale: settings.locale, currency: settings.currency }}
					query={activityList.query(state).slice(1)}
				/>
			}
			columns={activityListColumns(settings)}
			groupLabel={(row) => activityGroupLabel(state.group, row, settings)}
			empty={
				<EmptyState
					icon="icon-calendar-check/1.5"
					title="No activities yet"
					actions={
						<Button asChild>
							<Link href="/activities/new">Log activity</Link>
						</Button>
					}
				>
					Log a call, an email, a meeting or a note, and it stands with the company, the person and the deal.
				</EmptyState>
			}
		/>
	);
}
