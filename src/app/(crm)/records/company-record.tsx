import { RecordFrame } from '@/components/layout/record-frame';
import { RecordHead } from '@/components/layout/record-head';
import { RecordPager } from '@/components/panel/record-pager';
import { companyPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { LogOffer } from '@/features/activities/components/log-offer';
import { CompanyDetails } from '@/features/companies/components/company-details';
import type { Company } from '@/features/companies/server/company-queries';
import { WhoDecides } from '@/features/contacts/components/who-decides';
import { RecordDeals } from '@/features/deals/components/record-deals';
import { DecisionMap } from '@/features/decision-map/components/decision-map';
import type { UserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import type { SearchParams } from '@/lib/list/list-params';
import { CompanyActions } from './company-actions';
import { RecordActivity } from './record-activity';
import { RecordBar } from './record-bar';

type CompanyRecordProps = {
	userId: UserId;
	company: Company;
	params: Promise<SearchParams>;
};

/** Everything about a company: on its page, and in the side panel. */
export async function CompanyRecord({ userId, company, params }: CompanyRecordProps) {
	const settings = await getSettings(userId);
	const { id, name, industry, stats, counts } = company;
	const last = stats.lastContactAt;
	const actions = <CompanyActions company={company} />;
	return (
		<RecordFrame
			id={id}
			name={name}
			head={
				<RecordHead
					id={id}
					title={name}
					breadcrumbs={[{ label: 'Companies', href: '/companies' }]}
					pager={<RecordPager record={{ kind: 'company', id }} />}
					facts={[
						industry && (
							<span key="industry" translate="no">
								{industry}
							</span>
						),
						last ? `Last contact ${formatDay(last, settings)}` : 'No contact yet',
					]}
					actions={actions}
				/>
			}
			actions={actions}
			details={<CompanyDetails company={company} />}
			people={
				<div className="flex flex-col gap-4 p-4">
					<WhoDecides companyId={id} count={counts.contacts} />
					<RecordDeals of={{ companyId: id }} count={counts.deals} />
					<DecisionMap companyId={id} />
				</div>
			}
			peopleLabel="Contacts and deals"
			peopleCount={`${counts.contacts} + ${counts.deals}`}
			bar={<RecordBar phone={company.phone} email={company.email} />}
		>
			<RecordActivity of={{ companyId: id }} path={companyPath(id)} params={params} />
			<LogOffer of={{ companyId: id }} name={name} />
		</RecordFrame>
	);
}
