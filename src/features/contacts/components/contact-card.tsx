import { IntroducedBy } from '@/components/layout/introduced-by';
import { LeftBadge } from '@/components/layout/left-badge';
import { PointList } from '@/components/layout/point-list';
import { Link } from '@/components/ui/link';
import { TagList } from '@/components/ui/tag-badge';
import { companyPath, contactPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDate } from '@/lib/dates/dates';
import { countryOf } from '@/lib/text/phone-readings';
import type { Contact } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';
import { StayInTouch } from './stay-in-touch';

/** The head of a contact's page: company, authority, contact details, and when to be in touch. */
export async function ContactCard({ contact }: { contact: Contact }) {
	const { company, tags, leftOn, leftTo, introducedBy, reportsTo } = contact;
	const settings = await getSettings(await requireUserId());
	return (
		<section
			aria-label="About the contact"
			className="mb-5 flex flex-wrap items-center gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			<Link href={companyPath(company.id)} translate="no" className="text-link">
				{company.name}
			</Link>
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
			<AuthorityBadge {...contact} />
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
		</section>
	);
}
