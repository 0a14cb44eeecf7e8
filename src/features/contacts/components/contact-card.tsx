import { PointList } from '@/components/layout/point-list';
import { Link } from '@/components/ui/link';
import { TagList } from '@/components/ui/tag-badge';
import { companyPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { countryOf } from '@/lib/text/phone-readings';
import type { Contact } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';
import { StayInTouch } from './stay-in-touch';

/** The head of a contact's page: company, authority, contact details, and when to be in touch. */
export async function ContactCard({ contact }: { contact: Contact }) {
	const { company, tags } = contact;
	const settings = await getSettings(await requireUserId());
	return (
		<section
			aria-label="About the contact"
			className="mb-5 flex flex-wrap items-center gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			<Link href={companyPath(company.id)} translate="no" className="text-link">
				{company.name}
			</Link>
			<AuthorityBadge {...contact} />
			<PointList
				record={contact}
				sharers={contact.sharers}
				country={countryOf(settings.locale)}
				shortcuts={{ email: 'm', phone: 'p' }}
			/>
			<StayInTouch contact={contact} settings={settings} />
			<TagList tags={tags.map(({ tag }) => tag)} />
		</section>
	);
}
