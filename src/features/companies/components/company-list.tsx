import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { customColumns } from '@/components/list/custom-columns';
import { DataList } from '@/components/list/data-list';
import { namesOf } from '@/components/list/filter/filter-setup';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { customListOf } from '@/domain/custom-fields/custom-list';
import { nameCustomValues } from '@/domain/custom-fields/custom-rows';
import { customGroupLabel } from '@/domain/custom-fields/custom-words';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { nameTags } from '@/features/tags/server/tag-queries';
import { requireUserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import { shownIds } from '@/lib/list/list-columns';
import type { FoundPage, SearchParams } from '@/lib/list/list-params';
import type { RowSums } from '@/lib/list/list-sums-sql';
import { changeCompanyField } from '../actions';
import type { CompanyListState } from '../schema';
import { companyListOf } from '../server/company-list';
import { type CompanyRow, listCompanies, nameIntroducers } from '../server/company-queries';
import { CompanyBulkLazy } from './company-bulk-lazy';
import { companyGroupLabel, companyListColumns } from './company-columns';

/** The account's companies as the address asks for them; `otherStart` is what else an empty account can begin with. */
export async function CompanyList({ params, otherStart }: { params: Promise<SearchParams>; otherStart: ReactNode }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const list = await companyListOf(userId);
	const state = list.parse(await params);
	const where = list.whereOf(state);
	const [{ rows, ...found }, tags, contacts] = await Promise.all([
		listCompanies(userId, state, settings.timeZone),
		nameTags(userId, valuesOn(where, 'tags')),
		nameIntroducers(userId, valuesOn(where, 'introducedBy')),
	]);
	const shown = shownIds(state, list.columns);
	const names = {
		...namesOf(tags, contacts),
		...(await nameCustomValues(userId, state, { shown, rows, where })),
	};
	return <CompanyTable {...{ list, state, rows, found, names, settings, otherStart }} />;
}

type CompanyTableProps = {
	list: Awaited<ReturnType<typeof companyListOf>>;
	state: CompanyListState;
	rows: CompanyRow[];
	found: FoundPage & { sums?: RowSums[]; groups?: RowSums[] };
	/** What the records are called that filters and custom fields name, by their ids. */
	names?: Record<string, string>;
	settings: Settings;
	otherStart?: ReactNode;
};

/** Companies that have been read, as a list. */
export function CompanyTable(props: CompanyTableProps) {
	const { list, state, rows, found, names = {}, settings, otherStart } = props;
	const { fields } = customListOf(state);
	return (
		<DataList
			list={list}
			state={state}
			rows={rows}
			{...found}
			path="/companies"
			noun={['company', 'companies']}
			edits={{ source: '/api/companies/field', save: changeCompanyField }}
			bulk={<CompanyBulkLazy />}
			filters={{
				names,
				style: { locale: settings.locale, currency: settings.currency },
			}}
			columns={{ ...companyListColumns(settings), ...customColumns(fields, settings, names) }}
			groupLabel={(row) => customGroupLabel(fields, state.group, row.groupKey) ?? companyGroupLabel(state.group, row)}
			empty={
				<EmptyState
					icon="icon-building-complex/1.5"
					title="No companies yet"
					actions={
						<>
							<Button asChild>
								<Link href="/companies/new">New company</Link>
							</Button>
							{otherStart}
						</>
					}
				>
					Add the first company you sell to; its people, calls and deals will hang on it.
				</EmptyState>
			}
		/>
	);
}
