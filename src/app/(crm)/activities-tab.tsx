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

/** How many follow-ups are shown, by what the address asks for, and what asks for more. */
const steps = [
	{ asked: undefined, shown: 'first', next: 'all' },
	{ asked: 'all', shown: 'more', next: 'most' },
	{ asked: 'most', shown: 'most', next: undefined },
] as const;

/** The open follow-ups of a company, contact or deal, a form to log an activity, and its timeline. */
export async function ActivitiesTab({ of, params }: ActivitiesTabProps) {
	const { followUps } = await params;
	const shown = steps.find(({ asked }) => asked === followUps) ?? steps[0];
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
					shown={shown.shown}
					morePath={shown.next && (`${pathOf(of)}&followUps=${shown.next}` as Route)}
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
