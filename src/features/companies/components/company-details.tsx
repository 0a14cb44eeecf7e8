import { customProperties } from '@/components/form/in-place/custom-properties';
import { PropertyList } from '@/components/form/in-place/property-list';
import { RecordDates } from '@/components/layout/record-dates';
import { ownFields } from '@/domain/fields/own-fields';
import { companyHistoryPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { NewFieldPicker } from '@/features/fields/components/new-field-picker';
import { TagFieldPicker } from '@/features/tags/components/tag-field-picker';
import { requireUserId } from '@/lib/auth/session';
import { changeCompanyField } from '../actions';
import { companyProperties } from '../company-properties';
import type { Company } from '../server/company-queries';

/** What is known of a company, each field edited where it stands. */
export async function CompanyDetails({ company }: { company: Company }) {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const own = await ownFields(userId, 'company', company);
	return (
		<>
			<PropertyList
				key={company.id}
				id={company.id}
				label="About the company"
				historyPath={companyHistoryPath(company.id)}
				save={changeCompanyField}
				properties={companyProperties(company, settings.locale)}
				custom={customProperties(own, settings)}
				adds={<NewFieldPicker kind="company" id={company.id} />}
				editors={{ tags: <TagFieldPicker tags={company.tags.map(({ tag }) => tag)} /> }}
			/>
			<RecordDates record={company} settings={settings} />
		</>
	);
}
