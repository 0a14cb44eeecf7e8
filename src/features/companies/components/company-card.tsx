import { IntroducedBy } from '@/components/layout/introduced-by';
import { PointList } from '@/components/layout/point-list';
import { TagList } from '@/components/ui/tag-badge';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { countryOf } from '@/lib/text/phone-readings';
import { sizeOf } from '../schema';
import type { Company } from '../server/company-queries';

/** The head of a company's page: its industry, its contact details, and its last contact. */
export async function CompanyCard({ company }: { company: Company }) {
	const settings = await getSettings(await requireUserId());
	const { industry, website, phone, email, points, address, introducedBy, tags, stats } = company;
	const isReached = website || phone || email || points.length > 0;
	const last = stats?.lastContactAt;
	const size = sizeOf(company.size);
	return (
		<section
			aria-label="About the company"
			className="mb-5 flex flex-wrap items-baseline gap-x-8 gap-y-2 rounded-lg border bg-card px-4 py-3"
		>
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
			{last && (
				<p className="tabular-nums">
					Last contact <span>{formatDay(last, settings)}</span>
				</p>
			)}
			<TagList tags={tags.map(({ tag }) => tag)} />
			{!industry && !size && !isReached && !address && !introducedBy && tags.length === 0 && (
				<p className="text-muted-foreground">
					Nothing is known about this company yet. Edit it to add a website or a phone number.
				</p>
			)}
		</section>
	);
}
