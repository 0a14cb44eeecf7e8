import { TitleInPlace } from '@/components/form/in-place/title-in-place';
import { RecordFrame } from '@/components/layout/record-frame';
import { RecordHead } from '@/components/layout/record-head';
import { RecordPager } from '@/components/panel/record-pager';
import { Link } from '@/components/ui/link';
import { companyPath, dealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { changeDealField } from '@/features/deals/actions';
import { DealDetails } from '@/features/deals/components/deal-details';
import { DealFacts } from '@/features/deals/components/deal-facts';
import { dealName } from '@/features/deals/deal-properties';
import { DealPeople } from '@/features/deals/people/deal-people';
import { RailDealsSection } from '@/features/deals/rail/rail-deals-section';
import { type Deal, readSignals } from '@/features/deals/server/deal-queries';
import { SignalCard } from '@/features/deals/signals/signal-card';
import { closedOf, daysByStage, pathOf } from '@/features/deals/stage/deal-path';
import { StageStepper } from '@/features/deals/stage/stage-stepper';
import { RecordNotes } from '@/features/notes/components/record-notes';
import type { UserId } from '@/lib/auth/session';
import { dayIn } from '@/lib/dates/dates';
import type { SearchParams } from '@/lib/list/list-params';
import { DealActions } from './deal-actions';
import { RecordActivity } from './record-activity';
import { RecordBar } from './record-bar';

type DealRecordProps = { userId: UserId; deal: Deal; params: Promise<SearchParams> };

/** Everything about a deal: on its page, and in the side panel. */
export async function DealRecord({ userId, deal, params }: DealRecordProps) {
	const settings = await getSettings(userId);
	const signals = await readSignals(userId, deal.id, settings);
	const { id, name, company } = deal;
	const { lose } = await params;
	const path = pathOf(deal, settings.timeZone, new Date());
	const actions = <DealActions deal={deal} />;
	return (
		<RecordFrame
			kind="deal"
			id={id}
			name={name}
			head={
				<RecordHead
					title={<TitleInPlace key={id} id={id} save={changeDealField} property={dealName(deal)} />}
					breadcrumbs={[{ label: 'Deals', href: '/deals' }]}
					pager={<RecordPager record={{ kind: 'deal', id }} />}
					facts={[
						<Link
							key="company"
							href={companyPath(company.id)}
							translate="no"
							className="text-link font-medium text-foreground"
						>
							{company.name}
						</Link>,
					]}
					actions={actions}
				>
					<DealFacts deal={deal} settings={settings} />
				</RecordHead>
			}
			actions={actions}
			strip={
				<StageStepper
					id={id}
					stage={deal.stage}
					days={daysByStage(path)}
					closed={closedOf(path, deal.closedAt, settings)}
					name={name}
					asksWhyLost={lose === 'ask'}
					today={dayIn(new Date(), settings.timeZone)}
				/>
			}
			details={
				<>
					<DealDetails deal={deal} path={path} settings={settings} />
					<RecordNotes noun="deal" record={deal} />
				</>
			}
			people={
				<>
					<DealPeople dealId={id} companyId={company.id} />
					<RailDealsSection of={{ companyId: company.id, except: id }} title="Other deals here" />
				</>
			}
			peopleLabel="Contacts"
			bar={<RecordBar phone={null} email={null} />}
		>
			<SignalCard deal={deal} found={signals} />
			<RecordActivity of={{ dealId: id }} path={dealPath(id)} params={params} />
		</RecordFrame>
	);
}
