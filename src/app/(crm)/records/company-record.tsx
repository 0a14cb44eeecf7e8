import { TitleInPlace } from '@/components/form/in-place/title-in-place';
import { RecordFrame } from '@/components/layout/record-frame';
import { RecordHead } from '@/components/layout/record-head';
import { RecordPager } from '@/components/panel/record-pager';
import { Avatar } from '@/components/ui/avatar';
import { companyPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { LogOffer } from '@/features/activities/components/log-offer';
import { changeCompanyField } from '@/features/companies/actions';
import { companyName } from '@/features/companies/company-properties';
import { CompanyDetails } from '@/features/companies/components/company-details';
import type { Company } from '@/features/companies/server/company-queries';
import { KeyContacts } from '@/features/contacts/components/key-contacts';
import { RailDealsSection } from '@/features/deals/rail/rail-deals-section';
import { DecisionMapButton } from '@/features/decision-map/components/decision-map-button';
import { RecordNotes } from '@/features/notes/components/record-notes';
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
			kind="company"
			id={id}
			name={name}
			head={
				<RecordHead
					title={<TitleInPlace key={id} id={id} save={changeCompanyField} property={companyName(company)} />}
					picture={<Avatar name={name} of="company" className="size-10 max-sm:hidden" />}
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
			details={
				<>
					<CompanyDetails company={company} />
					<RecordNotes noun="company" record={company} />
				</>
			}
			people={
				<>
					<KeyContacts companyId={id} map={<DecisionMapButton companyId={id} />} />
					<RailDealsSection of={{ companyId: id }} />
				</>
			}
			peopleLabel="Contacts and deals"
			peopleCount={`${counts.contacts} + ${counts.deals}`}
			bar={<RecordBar phone={company.phone} email={company.email} />}
		>
			<RecordActivity of={{ companyId: id }} path={companyPath(id)} params={params} />
			<LogOffer page={{ of: { companyId: id }, name }} />
		</RecordFrame>
	);
}
