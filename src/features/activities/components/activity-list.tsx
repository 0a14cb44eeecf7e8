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
import { nameContacts } from '@/features/contacts/server/contact-queries';
import { nameDeals } from '@/features/deals/server/deal-queries';
import { requireUserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import { shownIds } from '@/lib/list/list-columns';
import type { SearchParams } from '@/lib/list/list-params';
import { activityListOf } from '../server/activity-list';
import { listActivities } from '../server/activity-queries';
import { ActivityBulkLazy } from './activity-bulk-lazy';
import { activityGroupLabel, activityListColumns } from './activity-columns';

/** The account's activities as the address asks for them. */
export async function ActivityList({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const list = await activityListOf(userId);
	const state = list.parse(await params);
	const where = list.whereOf(state);
	const settings = await getSettings(userId);
	const [{ rows, ...found }, companies, contacts, deals] = await Promise.all([
		listActivities(userId, state, settings),
		nameCompanies(userId, valuesOn(where, 'company')),
		nameContacts(userId, valuesOn(where, 'contact')),
		nameDeals(userId, valuesOn(where, 'deal')),
	]);
	const { fields } = customListOf(state);
	const names = {
		...namesOf(companies, contacts, deals),
		...(await nameCustomValues(userId, state, { shown: shownIds(state, list.columns), rows, where })),
	};
	return (
		<DataList
			list={list}
			state={state}
			rows={rows}
			{...found}
			path="/activities"
			noun={['activity', 'activities']}
			bulk={<ActivityBulkLazy />}
			filters={{
				names,
				style: { locale: settings.locale, currency: settings.currency },
			}}
			columns={{ ...activityListColumns(settings), ...customColumns(fields, settings, names) }}
			groupLabel={(row) =>
				customGroupLabel(fields, state.group, row.groupKey) ?? activityGroupLabel(state.group, row, settings)
			}
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
