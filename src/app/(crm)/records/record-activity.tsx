import type { Route } from 'next';
import { logAnchor } from '@/components/layout/record-fields';
import { getSettings } from '@/features/account/server/account-queries';
import { LogActivity } from '@/features/activities/components/log-activity';
import { Timeline } from '@/features/activities/components/timeline';
import { findLikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { FollowUps } from '@/features/follow-ups/components/follow-ups';
import { chosenLink } from '@/features/follow-ups/follow-up-links';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';

type RecordActivityProps = {
	of: { companyId: string } | { contactId: string } | { dealId: string };
	/** The record's page. */
	path: Route;
	params: Promise<SearchParams>;
};

/** How many follow-ups are shown, by what the address asks for, and what asks for more. */
const steps = [
	{ asked: undefined, shown: 'first', next: 'all' },
	{ asked: 'all', shown: 'more', next: 'most' },
	{ asked: 'most', shown: 'most', next: undefined },
] as const;

/** The middle of a record's page: a form to log an activity, the open follow-ups, and the timeline. */
export async function RecordActivity({ of, path, params }: RecordActivityProps) {
	const { followUps } = await params;
	const shown = steps.find(({ asked }) => asked === followUps) ?? steps[0];
	const userId = await requireUserId();
	const [settings, links] = await Promise.all([getSettings(userId), findLikelyLinks(userId, of)]);
	const { company } = links;
	const kind = 'companyId' in of ? 'company' : 'contactId' in of ? 'contact' : 'deal';
	const record = links[kind];
	return (
		<>
			{company && (
				<div id={logAnchor} className="scroll-mt-32">
					<LogActivity links={{ ...links, company }} />
				</div>
			)}
			<FollowUps
				of={of}
				own={company && record && { link: chosenLink({ kind, ...record, about: '' }), companyId: company.id }}
				settings={settings}
				shown={shown.shown}
				morePath={shown.next && (`${path}?followUps=${shown.next}` as Route)}
			/>
			<Timeline of={of} />
		</>
	);
}
