import { Facts } from '@/components/layout/facts';
import { PhoneLink, WebsiteLink } from '@/components/ui/contact-links';
import type { Company } from '../queries';

/** What is known about a company. */
export function CompanyCard({ company }: { company: Company }) {
	return (
		<Facts
			title="About"
			facts={[
				['Website', company.website && <WebsiteLink key="website" website={company.website} />],
				['Phone', company.phone && <PhoneLink key="phone" phone={company.phone} />],
				[
					'Notes',
					company.notes && (
						<p key="notes" className="wrap-anywhere whitespace-pre-wrap">
							{company.notes}
						</p>
					),
				],
			]}
		/>
	);
}
