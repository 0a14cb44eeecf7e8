import { IntroducedBy } from '@/components/layout/introduced-by';
import { PointList } from '@/components/layout/point-list';
import { RailSection } from '@/components/layout/record-frame';
import { RecordOverview } from '@/components/layout/record-overview';
import { TagList } from '@/components/ui/tag-badge';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { countryOf } from '@/lib/text/phone-readings';
import { editCompanyMetadata } from '../actions';
import { sizeOf } from '../schema';
import type { Company } from '../server/company-queries';

/** What is known of a company: its contact details, its notes and its own fields. */
export async function CompanyDetails({ company }: { company: Company }) {
	const settings = await getSettings(await requireUserId());
	const { industry, website, phone, email, points, address, introducedBy, tags } = company;
	const isReached = website || phone || email || points.length > 0;
	const size = sizeOf(company.size);
	return (
		<>
			<RailSection title="About the company">
				<div className="flex flex-col gap-2">
					{(industry || size) && (
						<p className="wrap-anywhere">
							{industry && <span translate="no">{industry}</span>}
							{industry && size && <span> · </span>}
							{size && <span>{`${size} people`}</span>}
						</p>
					)}
					<PointList record={company} sharers={company.sharers} country={countryOf(settings.locale)} />
					{address && <p className="wrap-anywhere whitespace-pre-line text-muted-foreground">{address}</p>}
					{introducedBy && <IntroducedBy contact={introducedBy} />}
					<TagList tags={tags.map(({ tag }) => tag)} />
					{!industry && !size && !isReached && !address && !introducedBy && tags.length === 0 && (
						<p className="text-muted-foreground">
							No website, phone number, or address yet. Edit the company to add one.
						</p>
					)}
				</div>
			</RailSection>
			<div className="px-4 py-3">
				<RecordOverview record={company} settings={settings} save={editCompanyMetadata} />
			</div>
		</>
	);
}
