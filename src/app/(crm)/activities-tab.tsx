import type { Route } from 'next';
import { companyActivitiesPath, contactActivitiesPath, dealActivitiesPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { LogActivity } from '@/features/activities/components/log-activity';
import { Timeline } from '@/features/activities/components/timeline';
import { findLikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { FollowUps } from '@/features/follow-ups/components/follow-ups';
import { chosenLink } from '@/features/follow-ups/follow-up-links';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';

type ActivitiesTabProps = {
	of: { companyId: string } | { contactId: string } | { dealId: string };
	params: Promise<SearchParams>;
};

/** The open follow-ups of a company, contact or deal, a form to log an activity, and its timeline. */
export async function ActivitiesTab({ of, params }: ActivitiesTabProps) {
	const all = (await params).followUps === 'all';
	const userId = await requireUserId();
	const [settings, links] = await Promise.all([getSettings(userId), findLikelyLinks(userId, of)]);
	const { company } = links;
	const kind = 'companyId' in of ? 'company' : 'contactId' in of ? 'contact' : 'deal';
	const record = links[kind];
	return (
		<>
			{company && <LogActivity links={{ ...links, company }} />}
			<div className="mb-5">
				<FollowUps
					of={of}
					own={company && record && { link: chosenLink({ kind, ...record, about: '' }), companyId: company.id }}
					settings={settings}
					all={all}
					allPath={`${pathOf(of)}&followUps=all` as Route}
				/>
			</div>
			<Timeline of={of} />
		</>
	);
}

function pathOf(of: ActivitiesTabProps['of']): Route {
	if ('companyId' in of) return companyActivitiesPath(of.companyId);
	return 'contactId' in of ? contactActivitiesPath(of.contactId) : dealActivitiesPath(of.dealId);
}
