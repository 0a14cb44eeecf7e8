'use client';

import { useState, useTransition } from 'react';
import { type FormFailure, noAnswerFailure } from '@/components/form/form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { failureText } from '@/lib/errors/failure';
import { changeImport, checkImport, runImport } from '../actions';
import { policyNames } from '../import-choices';
import type { ImportSettings } from '../import-settings';
import { dayOrderNames } from '../row/cell-values';
import type { FilePreview } from '../server/import-queries';
import { ColumnTable } from './column-table';
import { encodingNames, kindNames, separatorNames, twinNames } from './import-words';
import { LabeledSelect } from './labeled-select';

type ImportFormProps = {
	id: string;
	settings: ImportSettings;
	preview: FilePreview;
	/** How many rows would be taken, once it is checked. */
	ready: number | null;
};

/** Chosen where the columns of a file have no names. */
const unnamed = 'unnamed';

/** How a file is read and what becomes of its rows: checked as often as wanted, and then imported. */
export function ImportForm({ id, settings: saved, preview, ready }: ImportFormProps) {
	const [settings, setSettings] = useState(saved);
	const [known, setKnown] = useState(saved);
	// what the server has read again
	if (JSON.stringify(known) !== JSON.stringify(saved)) {
		setKnown(saved);
		setSettings(saved);
	}
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, start] = useTransition();
	const { kind, duplicates } = settings;
	const change = (changes: Partial<ImportSettings>) => setSettings({ ...settings, ...changes });
	const perform = (act: () => Promise<{ ok: true } | FormFailure>) =>
		start(async () => {
			const result = await act().catch(noAnswerFailure());
			setProblem(result.ok ? null : failureText(result));
		});
	/** Changes after which the columns are different, so the server reads the file again. */
	const rewrite = (changes: Partial<ImportSettings>) => {
		const next = { ...settings, ...changes };
		setSettings(next);
		perform(() => changeImport({ id, settings: next }));
	};
	const isChecked = ready !== null && JSON.stringify(settings) === JSON.stringify(saved);
	const left = settings.targets.filter((target) => target === null).length;
	const keepRest = () =>
		change({
			targets: settings.targets.map((target, at) => target ?? { metadata: preview.columns[at]?.fieldName ?? '' }),
		});
	const hasDays = kind === 'deals';
	const hasParts = settings.targets.some((target) => target && 'field' in target && target.field === 'firstName');
	return (
		<div className="flex flex-col gap-6">
			{preview.problem && <Alert variant="destructive">{preview.problem}</Alert>}
			<section className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label="The file">
				<LabeledSelect
					label="What is in the file"
					value={kind}
					choices={kindNames}
					onChange={(value) => rewrite({ kind: value })}
				/>
				<LabeledSelect
					label="Encoding"
					value={settings.encoding}
					choices={encodingNames}
					onChange={(encoding) => rewrite({ encoding })}
				/>
				<LabeledSelect
					label="Between the columns"
					value={settings.separator}
					choices={separatorNames}
					onChange={(separator) => rewrite({ separator })}
				/>
				<LabeledSelect
					label="Names of the columns"
					value={settings.headerLine === 0 ? unnamed : String(settings.headerLine)}
					choices={{
						...Object.fromEntries(preview.headers.map(({ line, text }) => [String(line), `Line ${line}: ${text}`])),
						[unnamed]: 'No line: they have none',
					}}
					onChange={(line) => rewrite({ headerLine: line === unnamed ? 0 : Number(line) })}
				/>
			</section>
			<section className="flex flex-col gap-2">
				<div className="flex flex-wrap items-baseline justify-between gap-2">
					<h2 className="font-semibold text-base">Where the columns go</h2>
					{left > 0 && (
						<Button type="button" variant="link" size="sm" className="px-0" onClick={keepRest}>
							{left === 1
								? 'Keep the other one as a field of its own'
								: `Keep the other ${left} as fields of their own`}
						</Button>
					)}
				</div>
				{/* a choice made while the file is read again would be lost together with its columns */}
				<fieldset disabled={pending} className="contents">
					<ColumnTable
						columns={preview.columns}
						kind={kind}
						targets={settings.targets}
						onChange={(targets) => change({ targets })}
					/>
				</fieldset>
			</section>
			<section className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4" aria-label="What becomes of the rows">
				{hasParts && (
					<LabeledSelect
						label="Names begin with"
						value={settings.familyFirst ? 'family' : 'given'}
						choices={{ given: 'The first name: Ann Lee', family: 'The last name: Lê Minh Ánh' }}
						onChange={(order) => change({ familyFirst: order === 'family' })}
					/>
				)}
				{kind === 'contacts' && (
					<LabeledSelect
						label={`The same ${twinNames.email}`}
						value={duplicates.email}
						choices={policyNames}
						onChange={(email) => change({ duplicates: { ...duplicates, email } })}
					/>
				)}
				{kind === 'companies' && (
					<LabeledSelect
						label={`The same ${twinNames.domain}`}
						value={duplicates.domain}
						choices={policyNames}
						onChange={(domain) => change({ duplicates: { ...duplicates, domain } })}
					/>
				)}
				<LabeledSelect
					label={kind === 'companies' ? 'The same name' : 'The same name and company'}
					value={duplicates.name}
					choices={policyNames}
					onChange={(name) => change({ duplicates: { ...duplicates, name } })}
				/>
				{kind !== 'companies' && (
					<LabeledSelect
						label="Rows without a company"
						value={settings.withoutCompany}
						choices={
							{
								refuse: 'Refuse them',
								...(kind === 'contacts' && { domain: 'Go by the email’s domain' }),
								named: 'Give them to one company',
							} as Record<ImportSettings['withoutCompany'], string>
						}
						onChange={(withoutCompany) => change({ withoutCompany })}
					/>
				)}
				{kind !== 'companies' && settings.withoutCompany === 'named' && (
					<div className="flex flex-col gap-1.5">
						<Label htmlFor="company-name">Company name</Label>
						<Input
							id="company-name"
							value={settings.companyName}
							maxLength={200}
							onChange={({ target }) => change({ companyName: target.value })}
						/>
					</div>
				)}
				{hasDays && (
					<LabeledSelect
						label="Dates look like"
						value={settings.dayOrder}
						choices={dayOrderNames}
						onChange={(dayOrder) => change({ dayOrder })}
					/>
				)}
				{hasDays && (
					<LabeledSelect
						label="Decimals begin with"
						value={settings.decimalSign}
						choices={{ '.': 'A point: 1,500.50', ',': 'A comma: 1.500,50' }}
						onChange={(decimalSign) => change({ decimalSign })}
					/>
				)}
			</section>
			<div className="flex items-start gap-2">
				<Checkbox
					id="keeps"
					className="mt-0.5"
					checked={settings.keepsUnreadable}
					onCheckedChange={(checked) => change({ keepsUnreadable: checked === true })}
				/>
				<Label htmlFor="keeps" className="font-normal">
					Where a value does not fit its field, such as a phone number with words in it, keep it as a field of its own
				</Label>
			</div>
			{/* beside the buttons: the top of a long table is out of sight */}
			{problem && <Alert variant="destructive">{problem}</Alert>}
			<div className="flex flex-wrap gap-3">
				<Button
					type="button"
					variant={isChecked ? 'outline' : 'default'}
					aria-disabled={pending || undefined}
					onClick={() => !pending && perform(() => checkImport({ id, settings }))}
				>
					{isChecked ? 'Check again' : 'Check the file'}
				</Button>
				{isChecked && ready > 0 && (
					<Button
						type="button"
						aria-disabled={pending || undefined}
						onClick={() => !pending && perform(() => runImport({ id }))}
					>
						<span>{`Import ${ready.toLocaleString('en')} ${ready === 1 ? 'row' : 'rows'}`}</span>
					</Button>
				)}
			</div>
		</div>
	);
}
