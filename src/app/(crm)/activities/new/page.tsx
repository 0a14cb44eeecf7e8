import type { Metadata, Route } from 'next';
import { v7 as uuidv7 } from 'uuid';
import { PageHeader } from '@/components/layout/page-header';
import { newFormFields } from '@/domain/fields/form-fields';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { isActivityType } from '@/features/activities/activity-types';
import { ActivityForm } from '@/features/activities/components/activity-form';
import { findLikelyLinks, type LikelyLinks } from '@/features/activities/server/activity-quick-queries';
import { getFollowUp } from '@/features/follow-ups/server/follow-up-queries';
import { requireUserId } from '@/lib/auth/session';
import { localTime } from '@/lib/dates/dates';
import { isRecordId } from '@/lib/text/text';

export const metadata: Metadata = { title: 'Log activity' };

export default async function NewActivityPage({ searchParams }: PageProps<'/activities/new'>) {
	const userId = await requireUserId();
	const { followUpId, type, ...params } = await searchParams;
	const followUp = isRecordId(followUpId) ? await getFollowUp(userId, followUpId) : null;
	const asked = Object.fromEntries(
		(['companyId', 'contactId', 'dealId'] as const).map((link) => [link, askedId((followUp ?? params)[link])]),
	);
	const [settings, links] = await Promise.all([getSettings(userId), findLikelyLinks(userId, asked)]);
	const custom = await newFormFields(userId, 'activity', settings);
	return (
		<>
			<PageHeader title="Log activity" breadcrumbs={[{ label: 'Activities', href: '/activities' }]} />
			<ActivityForm
				id={uuidv7()}
				custom={custom}
				links={{ company: links.company, people: links.contact ? [links.contact] : [], deal: links.deal }}
				now={localTime(new Date(), settings.timeZone)}
				{...backTo(asked, links)}
				{...(followUp && { subject: followUp.title })}
				{...(isActivityType(type) && { type })}
			/>
		</>
	);
}

const askedId = (id: string | string[] | null | undefined) => (isRecordId(id) ? id.toLowerCase() : undefined);

/** The timeline of the record that was asked for, or the list of all. */
function backTo({ companyId, contactId, dealId }: Record<string, string | undefined>, links: LikelyLinks) {
	const to = (link: 'companyId' | 'contactId' | 'dealId', id: string, back: Route) => ({ back, origin: { link, id } });
	if (dealId && links.deal?.id === dealId) return to('dealId', dealId, dealPath(dealId));
	if (contactId && links.contact?.id === contactId) return to('contactId', contactId, contactPath(contactId));
	return companyId && links.company?.id === companyId
		? to('companyId', companyId, companyPath(companyId))
		: { back: '/activities' as Route };
}
