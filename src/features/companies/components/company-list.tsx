import type { ReactNode } from 'react';
import { EmptyState } from '@/components/layout/empty-state';
import { DataList } from '@/components/list/data-list';
import { namesOf } from '@/components/list/filter/filter-setup';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { NamedRecord } from '@/domain/named-record';
import { getSettings, type Settings } from '@/features/account/server/account-queries';
import { nameTags } from '@/features/tags/server/tag-queries';
import { requireUserId } from '@/lib/auth/session';
import { valuesOn } from '@/lib/list/conditions';
import type { FoundPage, SearchParams } from '@/lib/list/list-params';
import type { RowSums } from '@/lib/list/list-sums-sql';
import { changeCompanyField } from '../actions';
import { type CompanyListState, companyList } from '../schema';
import { type CompanyRow, listCompanies, nameIntroducers } from '../server/company-queries';
import { CompanyBulkLazy } from './company-bulk-lazy';
import { companyGroupLabel, companyListColumns } from './company-columns';

/** The account's companies as the address asks for them; `otherStart` is what else an empty account can begin with. */
export async function CompanyList({ params, otherStart }: { params: Promise<SearchParams>; otherStart: ReactNode }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const state = companyList.parse(await params);
	const where = companyList.whereOf(state);
	const [{ rows, ...found }, tags, contacts] = await Promise.all([
		listCompanies(userId, state, settings.timeZone),
		nameTags(userId, valuesOn(where, 'tags')),
		nameIntroducers(userId, valuesOn(where, 'introducedBy')),
	]);
	return <CompanyTable {...{ state, rows, found, named: [...tags, ...contacts], settings, otherStart }} />;
}

type CompanyTableProps = {
	state: CompanyListState;
	rows: CompanyRow[];
	found: FoundPage & { sums?: RowSums[]; groups?: RowSums[] };
	/** The records that a filter names. */
	named?: NamedRecord[];
	settings: Settings;
	otherStart?: ReactNode;
};

/** Companies that have been read, as a list. */
export function CompanyTable(props: CompanyTableProps) {
	const { state, rows, found, named = [], settings, otherStart } = props;
	return (
		<DataList
			list={companyList}
			state={state}
			rows={rows}
			{...found}
			path="/companies"
			noun={['company', 'companies']}
			edits={{ source: '/api/companies/field', save: changeCompanyField }}
			bulk={<CompanyBulkLazy />}
			filters={{
				names: namesOf(named),
				style: { locale: settings.locale, currency: settings.currency },
			}}
			columns={companyListColumns(settings)}
			groupLabel={(row) => companyGroupLabel(state.group, row)}
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
