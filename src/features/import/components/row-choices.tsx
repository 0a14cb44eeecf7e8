import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { policyNames } from '../import-choices';
import type { ImportSettings } from '../import-settings';
import { dayOrderNames } from '../row/cell-values';
import type { FilePreview } from '../server/import-queries';
import { twinNames } from './import-words';
import { LabeledSelect } from './labeled-select';
import { typesOf, uniqueFieldNames } from './target-fields';

type RowChoicesProps = {
	settings: ImportSettings;
	fields: FilePreview['fields'];
	onChange: (changes: Partial<ImportSettings>) => void;
};

/** How rows are read, and what becomes of those whose records are there or that have no company. */
export function RowChoices({ settings, fields, onChange }: RowChoicesProps) {
	const { kind, duplicates } = settings;
	const types = typesOf(settings.targets, fields);
	const unique = uniqueFieldNames(settings.targets, fields);
	const hasDays = kind === 'deals' || types.has('date');
	const hasNumbers = kind === 'deals' || types.has('number') || types.has('amount');
	const hasParts = settings.targets.some((target) => target && 'field' in target && target.field === 'firstName');
	return (
		<section className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label="What becomes of the rows">
			{hasParts && (
				<LabeledSelect
					label="Names begin with"
					value={settings.familyFirst ? 'family' : 'given'}
					choices={{ given: 'The first name: Ann Lee', family: 'The last name: Lê Minh Ánh' }}
					onChange={(order) => onChange({ familyFirst: order === 'family' })}
				/>
			)}
			{unique.length > 0 && (
				<LabeledSelect
					label={unique.length === 1 ? `The same ${unique[0]}` : `The same ${twinNames.unique}`}
					value={duplicates.unique}
					choices={policyNames}
					onChange={(same) => onChange({ duplicates: { ...duplicates, unique: same } })}
				/>
			)}
			{kind === 'contacts' && (
				<LabeledSelect
					label={`The same ${twinNames.email}`}
					value={duplicates.email}
					choices={policyNames}
					onChange={(email) => onChange({ duplicates: { ...duplicates, email } })}
				/>
			)}
			{kind === 'companies' && (
				<LabeledSelect
					label={`The same ${twinNames.domain}`}
					value={duplicates.domain}
					choices={policyNames}
					onChange={(domain) => onChange({ duplicates: { ...duplicates, domain } })}
				/>
			)}
			<LabeledSelect
				label={kind === 'companies' ? 'The same name' : 'The same name and company'}
				value={duplicates.name}
				choices={policyNames}
				onChange={(name) => onChange({ duplicates: { ...duplicates, name } })}
			/>
			{kind !== 'companies' && (
				<LabeledSelect
					label="Rows without a company"
					value={settings.withoutCompany}
					choices={
						{
							refuse: 'Reject them',
							domain: 'Match by email domain',
							person: 'Match by email domain, or name it after the person',
							named: 'Assign them to one company',
						} as Record<ImportSettings['withoutCompany'], string>
					}
					onChange={(withoutCompany) => onChange({ withoutCompany })}
				/>
			)}
			{kind !== 'companies' && settings.withoutCompany === 'named' && (
				<div className="flex flex-col gap-1.5">
					<Label htmlFor="company-name">Company name</Label>
					<Input
						id="company-name"
						value={settings.companyName}
						maxLength={200}
						onChange={({ target }) => onChange({ companyName: target.value })}
					/>
				</div>
			)}
			{hasDays && (
				<LabeledSelect
					label="Dates look like"
					value={settings.dayOrder}
					choices={dayOrderNames}
					onChange={(dayOrder) => onChange({ dayOrder })}
				/>
			)}
			{hasNumbers && (
				<LabeledSelect
					label="Decimals begin with"
					value={settings.decimalSign}
					choices={{ '.': 'A point: 1,500.50', ',': 'A comma: 1.500,50' }}
					onChange={(decimalSign) => onChange({ decimalSign })}
				/>
			)}
		</section>
	);
}
