import { IntroducedBy } from '@/components/layout/introduced-by';
import { LeftBadge } from '@/components/layout/left-badge';
import { PointList } from '@/components/layout/point-list';
import { RailSection } from '@/components/layout/record-frame';
import { RecordOverview } from '@/components/layout/record-overview';
import { Link } from '@/components/ui/link';
import { TagList } from '@/components/ui/tag-badge';
import { contactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDate } from '@/lib/dates/dates';
import { countryOf } from '@/lib/text/phone-readings';
import { editContactMetadata } from '../actions';
import type { Contact } from '../server/contact-queries';
import { StayInTouch } from './stay-in-touch';

/** What is known of a contact: how to reach them and when to be in touch, their notes and their own fields. */
export async function ContactDetails({ contact }: { contact: Contact }) {
	const { tags, leftOn, leftTo, introducedBy, reportsTo } = contact;
	const settings = await getSettings(await requireUserId());
	return (
		<>
			<RailSection title="About the contact">
				<div className="flex flex-col gap-2">
					{leftOn && (
						<p>
							<LeftBadge /> <span className="tabular-nums">{formatDate(leftOn, settings)}</span>
							{leftTo && (
								<span>
									{' '}
									for <span translate="no">{leftTo}</span>
								</span>
							)}
						</p>
					)}
					<PointList
						record={contact}
						sharers={contact.sharers}
						country={countryOf(settings.locale)}
						shortcuts={{ email: 'm', phone: 'p' }}
					/>
					{reportsTo && (
						<p>
							Reports to{' '}
							<Link href={contactPath(reportsTo.id)} translate="no" className="text-link">
								{reportsTo.name}
							</Link>
						</p>
					)}
					{introducedBy && <IntroducedBy contact={introducedBy} />}
					<StayInTouch contact={contact} settings={settings} />
					<TagList tags={tags.map(({ tag }) => tag)} />
				</div>
			</RailSection>
			<div className="px-4 py-3">
				<RecordOverview record={contact} settings={settings} save={editContactMetadata} />
			</div>
		</>
	);
}
