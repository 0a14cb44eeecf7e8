import { EmailLink, PhoneLink, WebsiteLink } from '@/components/ui/contact-links';
import { TagList } from '@/components/ui/tag-badge';
import type { Company } from '../queries';
import { sizeOf } from '../schema';

/** The head of a company's page: what it is and how to reach it. */
export function CompanyCard({ company }: { company: Company }) {
	const { industry, website, phone, email, address, tags } = company;
	const size = sizeOf(company.size);
	const what = [industry, size && `${size} people`].filter(Boolean).join(' · ');
	return (
		<section
			aria-label="About the company"
			className="mb-5 flex flex-wrap items-start gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
			{what && <p className="wrap-anywhere">{what}</p>}
			{website && <WebsiteLink website={website} />}
			{email && <EmailLink email={email} />}
			{phone && <PhoneLink phone={phone} />}
			{address && <p className="wrap-anywhere whitespace-pre-line text-muted-foreground">{address}</p>}
			<TagList tags={tags.map(({ tag }) => tag)} />
			{!what && !website && !email && !phone && !address && tags.length === 0 && (
				<p className="text-muted-foreground">
					Nothing is known about this company yet. Edit it to add a website or a phone number.
				</p>
			)}
		</section>
	);
}
