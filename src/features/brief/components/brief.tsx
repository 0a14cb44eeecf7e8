import type { ReactNode } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PrintButton } from '@/components/layout/print-button';
import { activityPath, companyPath, dealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { listOpenDeals } from '@/features/deals/server/deal-queries';
import { listChangesSince } from '@/features/history/server/changes-since-queries';
import type { UserId } from '@/lib/auth/session';
import { formatDay, formatMoment } from '@/lib/dates/dates';
import {
	type BriefSubject,
	listBriefPeople,
	listBriefRecords,
	listLastTouches,
	listPromises,
} from '../server/brief-queries';
import { BriefChanges } from './brief-changes';
import { BriefDeals } from './brief-deals';
import { BriefPeople } from './brief-people';
import { BriefPromises } from './brief-promises';
import { BriefTouches } from './brief-touches';

/** How far back promises are told where there was no meeting before, in days. */
const daysWithoutMeeting = 90;

type BriefProps = { userId: UserId; subject: BriefSubject };

/** What one needs to know before a meeting, on one page: who decides, what was promised, said and has changed. */
export async function Brief({ userId, subject }: BriefProps) {
	const { company, meeting, lastMeeting } = subject;
	const settings = await getSettings(userId);
	const since = lastMeeting?.at ?? new Date(Date.now() - daysWithoutMeeting * 86_400_000);
	const [people, promises, touches, deals, changes] = await Promise.all([
		listBriefPeople(userId, subject),
		listPromises(userId, subject, since),
		listLastTouches(userId, subject),
		listOpenDeals(userId, company.id, settings),
		listBriefRecords(userId, subject).then((ids) => listChangesSince(userId, ids, since, settings)),
	]);
	return (
		<article className="mx-auto flex max-w-3xl flex-col gap-6 print:max-w-none print:gap-4">
			<BriefHead subject={subject}>
				{meeting
					? formatMoment(meeting.at, settings)
					: lastMeeting
						? `Last meeting ${formatDay(lastMeeting.at, settings)}`
						: 'No meeting yet'}
			</BriefHead>
			<BriefPeople people={people} subject={subject} settings={settings} />
			<BriefPromises promises={promises} settings={settings} />
			<BriefTouches touches={touches} settings={settings} />
			<BriefDeals deals={deals} settings={settings} />
			<BriefChanges changes={changes} lastMeeting={lastMeeting} days={daysWithoutMeeting} settings={settings} />
		</article>
	);
}

function BriefHead({ subject: { company, deal, meeting }, children }: { subject: BriefSubject; children: ReactNode }) {
	const name = meeting?.subject ?? deal?.name ?? company.name;
	return (
		<header className="flex flex-col gap-1 border-b pb-3">
			<div className="print:hidden">
				<Breadcrumbs
					items={[
						{ label: company.name, href: companyPath(company.id) },
						...(deal ? [{ label: deal.name, href: dealPath(deal.id) }] : []),
						...(meeting ? [{ label: meeting.subject, href: activityPath(meeting.id) }] : []),
					]}
				/>
			</div>
			<div className="flex items-start justify-between gap-3">
				<div className="min-w-0">
					<p className="font-medium text-muted-foreground text-xs">Brief</p>
					<h1 translate="no" className="wrap-anywhere font-semibold text-xl leading-7 tracking-tight">
						{name}
					</h1>
				</div>
				<div className="print:hidden">
					<PrintButton />
				</div>
			</div>
			<p className="wrap-anywhere text-muted-foreground">
				<span>{children}</span>
				{(meeting || deal) && (
					<span>
						{' · '}
						<span translate="no">{company.name}</span>
					</span>
				)}
				{meeting && deal && (
					<span>
						{' · '}
						<span translate="no">{deal.name}</span>
					</span>
				)}
			</p>
			{meeting?.description && <p className="wrap-anywhere mt-1 whitespace-pre-wrap">{meeting.description}</p>}
		</header>
	);
}
