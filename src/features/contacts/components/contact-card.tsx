import { CopyButton } from '@/components/layout/copy-button';
import { PhoneLink } from '@/components/ui/address-links';
import { EmailLink } from '@/components/ui/contact-links';
import { Link } from '@/components/ui/link';
import { TagList } from '@/components/ui/tag-badge';
import { companyPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import type { Contact } from '../server/contact-queries';
import { AuthorityBadge } from './authority-badge';
import { StayInTouch } from './stay-in-touch';

/** The head of a contact's page: company, authority, contact details, and when to be in touch. */
export async function ContactCard({ contact }: { contact: Contact }) {
	const { company, email, phone, tags } = contact;
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
			{email && (
				<span className="flex min-w-0 items-center gap-1">
					<EmailLink email={email} />
					<CopyButton text={email} noun="email" shortcut="m" />
				</span>
			)}
			{phone && (
				<span className="flex min-w-0 items-center gap-1">
					<PhoneLink phone={phone} />
					<CopyButton text={phone} noun="phone number" shortcut="p" />
				</span>
			)}
			<StayInTouch contact={contact} settings={settings} />
			<TagList tags={tags.map(({ tag }) => tag)} />
		</section>
	);
}
